// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.stream;

import java.util.regex.Pattern;

/// Where messages go.
///
/// @param group a stream group; empty for the default group
/// @param stream a stream of that group; empty for the group's default stream
public record StreamName(String group, String stream) {
    private static final Pattern FORM = Pattern.compile("|[A-Za-z0-9][A-Za-z0-9_.-]{0,89}");

    /// The default stream of the default group.
    public static final StreamName DEFAULT = new StreamName("", "");

    public StreamName {
        if (!FORM.matcher(group).matches() || !FORM.matcher(stream).matches()) {
            throw new IllegalArgumentException(
                    "Groups and streams are named by 1 to 90 letters, digits, - _ and . , a letter or digit first");
        }
    }

    @Override
    public String toString() {
        return group + "/" + stream;
    }
}
