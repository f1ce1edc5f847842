// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Pattern;

/// A version `major.minor`; the first is 0.1.
public record ServiceVersion(int major, int minor) implements Comparable<ServiceVersion> {
    /// What a new service starts with.
    public static final ServiceVersion FIRST = new ServiceVersion(0, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

    @JsonCreator
    public static ServiceVersion parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A version is major.minor, such as 0.1");
        }
        return new ServiceVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    public ServiceVersion nextMinor() {
        return new ServiceVersion(major, minor + 1);
    }

    public ServiceVersion nextMajor() {
        return new ServiceVersion(major + 1, 0);
    }

    @Override
    public int compareTo(ServiceVersion other) {
        return Comparator.comparingInt(ServiceVersion::major)
                .thenComparingInt(ServiceVersion::minor)
                .compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
