// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Bytes as programmers read them.
final class HexLines {
    private static final int A_LINE = 16;
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private HexLines() {}

    static List<String> of(byte[] bytes) {
        return IntStream.range(0, (bytes.length + A_LINE - 1) / A_LINE)
                .mapToObj(line -> line(bytes, line * A_LINE))
                .toList();
    }

    private static String line(byte[] bytes, int from) {
        int to = Math.min(bytes.length, from + A_LINE);
        int half = Math.min(to, from + A_LINE / 2);
        String left = SPACED.formatHex(bytes, from, half);
        String right = SPACED.formatHex(bytes, half, to);
        return String.format(Locale.ROOT, "%06x  %-23s  %-23s  %s", from, left, right, characters(bytes, from, to));
    }

    private static String characters(byte[] bytes, int from, int to) {
        var text = new StringBuilder();
        for (int at = from; at < to; at++) {
            text.append(bytes[at] >= ' ' && bytes[at] < 127 ? (char) bytes[at] : '·');
        }
        return text.toString();
    }

    /// The first ones, in one line.
    static String bytes(byte[] bytes, int most) {
        return SPACED.formatHex(bytes, 0, Math.min(bytes.length, most)) + (bytes.length > most ? " …" : "");
    }
}
