// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The name of a device, case-sensitive: up to 128 of letters, digits, `-`, `_`, `.` and, in ids that a Spotflow
/// workspace gives, `:`. For a node it is the node's name too.
public record DeviceId(@JsonValue String value) implements Comparable<DeviceId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}");

    @JsonCreator
    public DeviceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + shortened(value)
                    + "\" is no device id: use 1 to 128 letters, digits, - _ and . , a letter or digit first");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
