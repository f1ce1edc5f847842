// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.stream;

/// Where messages go.
///
/// @param group a stream group; empty for the default group
/// @param stream a stream of that group; empty for the group's default stream
public record StreamName(String group, String stream) {
    private static final int LONGEST = 90;

    /// The default stream of the default group.
    public static final StreamName DEFAULT = new StreamName("", "");

    public StreamName {
        if (!isName(group) || !isName(stream)) {
            throw new IllegalArgumentException(
                    "Groups and streams are named by 1 to 90 letters, digits, - _ and . , a letter or digit first");
        }
    }

    /// By hand, because a hub asks it of every message.
    private static boolean isName(String text) {
        return text.isEmpty()
                || (text.length() <= LONGEST
                        && isLetterOrDigit(text.charAt(0))
                        && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '_' || c == '.' || c == '-'));
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return group + "/" + stream;
    }
}
