// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import java.util.regex.Pattern;

/// Makes what strangers say fit for a log and a terminal: one line, nothing that steers a terminal or turns the
/// direction of text, no keys and no signatures, and not too long.
public final class Printable {
    private static final int LONGEST = 1000;
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}]");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(sig=|SharedAccessKey=|(?:primary|secondary)Key\\W{1,3}|Bearer |sb[prco]_|signalbox-invitation\\.|signalbox[12]\\.)[^\\s&;,\"]+");

    private Printable() {}

    public static String of(String text) {
        String begin = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return SECRET.matcher(STEERING.matcher(begin).replaceAll("?")).replaceAll("$1***");
    }
}
