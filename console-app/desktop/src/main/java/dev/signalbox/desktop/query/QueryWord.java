// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.protocol.query.Aggregate;
import dev.signalbox.protocol.query.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of a text that is being written, so it need not be right.
///
/// @param start counted from 0
/// @param end after its last character
record QueryWord(Kind kind, int start, int end) {
    static final Set<String> KEYWORDS = Set.of(
            "SELECT", "TOP", "AS", "FROM", "WHERE", "GROUP", "ORDER", "BY", "ASC", "DESC", "AND", "OR", "NOT", "IN",
            "NIN");
    static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE", "NULL", "UNDEFINED");

    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern PIECE = Pattern.compile("(?<text>'(?:[^'\\\\]|\\\\.)*'?|\"(?:[^\"\\\\]|\\\\.)*\"?)"
            + "|(?<number>[0-9][0-9a-fA-FxX.]*)|(?<name>" + NAME + "(?:\\.[\\p{L}\\p{N}_$]+)*\\.?)|!=|<>|<=|>=|\\S");

    enum Kind {
        KEYWORD,
        CONSTANT,
        FUNCTION,
        PATH,
        TEXT,
        NUMBER,
        SIGN
    }

    static List<QueryWord> of(String text) {
        List<QueryWord> words = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            words.add(new QueryWord(kind(piece, text), piece.start(), piece.end()));
        }
        return words;
    }

    String text(String whole) {
        return whole.substring(start, end);
    }

    boolean is(String whole, String... wanted) {
        return Arrays.stream(wanted).anyMatch(text(whole)::equalsIgnoreCase);
    }

    private static Kind kind(Matcher piece, String text) {
        if (piece.group("text") != null) {
            return Kind.TEXT;
        }
        if (piece.group("number") != null) {
            return Kind.NUMBER;
        }
        String name = piece.group("name");
        return name == null ? Kind.SIGN : named(name.toUpperCase(Locale.ROOT), text.substring(piece.end()));
    }

    private static Kind named(String name, String rest) {
        boolean called = rest.stripLeading().startsWith("(");
        if (called && (Function.named(name).isPresent() || isAggregate(name))) {
            return Kind.FUNCTION;
        }
        if (KEYWORDS.contains(name)) {
            return Kind.KEYWORD;
        }
        return CONSTANTS.contains(name) ? Kind.CONSTANT : Kind.PATH;
    }

    private static boolean isAggregate(String name) {
        return Arrays.stream(Aggregate.values()).anyMatch(known -> known.name().equals(name));
    }
}
