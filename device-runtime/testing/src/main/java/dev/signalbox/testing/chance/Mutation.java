// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.chance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// Spoils good inputs: one to four times a piece is cut out, doubled, repeated, overwritten, or replaced by something
/// that parsers trip over.
public final class Mutation {
    private static final int LONGEST = 64 * 1024;
    private static final List<String> STUMBLING = List.of(
            "",
            "\0",
            "'",
            "\"",
            "\\",
            "%",
            "%zz",
            "%00",
            "+",
            "#",
            "$",
            "/",
            "&",
            "=",
            ";",
            "?",
            ".",
            "-1",
            "0",
            "1e999",
            "9223372036854775808",
            "99999999999999999999999999",
            "NaN",
            "null",
            "true",
            "{}",
            "[]",
            "[[[[",
            "((((",
            "))",
            "{\"a\":",
            "NOT ",
            " AND ",
            " OR ",
            " IN ",
            "SELECT ",
            "*",
            "\u0000\uffff",
            "\ud800",
            "ä€😀",
            "$version",
            "$rid=",
            "signalbox",
            "..",
            "\r\n");

    private final List<byte[]> good;
    private final RandomGenerator random;

    public Mutation(List<String> good, RandomGenerator random) {
        this.good =
                good.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        this.random = random;
    }

    /// One of the inputs, spoiled; now and then it is left as it was.
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// The same for inputs that are no text.
    public byte[] bytes() {
        return spoil(good.get(random.nextInt(good.size())));
    }

    /// Spoils these.
    public byte[] spoil(byte[] input) {
        byte[] spoiled = input;
        for (int times = random.nextInt(5); times > 0 && spoiled.length < LONGEST; times--) {
            spoiled = once(spoiled);
        }
        return spoiled;
    }

    private byte[] once(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(12));
        byte[] piece = java.util.Arrays.copyOfRange(input, from, to);
        var out = new ByteArrayOutputStream();
        out.write(input, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> repeat(out, piece, 2);
            case 2 -> repeat(out, piece, 1 << random.nextInt(12));
            case 3 -> out.writeBytes(noise(piece.length));
            case 4 -> repeat(out, stumbling(), 1);
            default -> repeat(out, stumbling(), 1 << random.nextInt(12));
        }
        out.write(input, to, input.length - to);
        return out.toByteArray();
    }

    private static void repeat(ByteArrayOutputStream out, byte[] piece, int times) {
        for (int i = 0; i < times; i++) {
            out.writeBytes(piece);
        }
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] stumbling() {
        return STUMBLING.get(random.nextInt(STUMBLING.size())).getBytes(StandardCharsets.UTF_8);
    }
}
