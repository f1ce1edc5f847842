// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import java.util.regex.Pattern;

/// What somebody else wrote, so that it steers no terminal: control characters are question marks, line ends and tabs
/// stay.
final class Harmless {
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\n\t]]");

    private Harmless() {}

    static String of(String text) {
        return STEERING.matcher(text).replaceAll("?");
    }
}
