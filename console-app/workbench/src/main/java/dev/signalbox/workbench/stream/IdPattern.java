// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern that ids are made by, as docs/streams.md tells of it. The hub has the last word.
///
/// @param text as written
public record IdPattern(String text) {
    private static final int LONGEST = 100;
    private static final Pattern PIECE = Pattern.compile("\\{([^{}]*)}|([^{}/#\\p{Cntrl}]+)");
    private static final Pattern LETTERS = Pattern.compile("([A-Za-z])\\1*|[^A-Za-z/#{}'\\p{Cntrl}]");
    private static final Set<String> KNOWN = Set.of("yyyy", "yy", "MM", "dd", "HH", "hh", "mm", "ss", "fff");
    private static final String DATE_TIME = "dateTime:";
    private static final String SEQUENCE = "{sequenceId}";

    /// What is wrong with it; empty when nothing is.
    public String complaint() {
        if (text.isEmpty()) {
            return "Write a pattern, such as {deviceId}-{dateTime:yyyy-MM-dd}-{sequenceId}.";
        }
        if (text.length() > LONGEST) {
            return "A pattern has at most " + LONGEST + " characters.";
        }
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!piece.find(end) || piece.start() != end) {
                return "A brace is open, or there is a / or #.";
            }
            if (piece.group(1) != null && !stands(piece.group(1))) {
                return "{" + piece.group(1) + "} stands for nothing. There are {deviceId}, {sequenceId} and"
                        + " {dateTime:yyyy-MM-dd-HH-mm-ss}.";
            }
            end = piece.end();
        }
        return "";
    }

    private static boolean stands(String name) {
        return name.equals("deviceId")
                || name.equals("sequenceId")
                || (name.startsWith(DATE_TIME) && isTime(name.substring(DATE_TIME.length())));
    }

    private static boolean isTime(String letters) {
        Matcher letter = LETTERS.matcher(letters);
        int end = 0;
        while (end < letters.length()) {
            boolean known = letter.find(end)
                    && letter.start() == end
                    && (letter.group(1) == null || KNOWN.contains(letter.group()));
            if (!known) {
                return false;
            }
            end = letter.end();
        }
        return true;
    }

    /// Whether two ids that follow one another are never the same.
    public boolean counts() {
        return text.contains(SEQUENCE);
    }

    /// An id that it makes; only for one without a complaint.
    public String example(String device, Instant at) {
        Matcher piece = PIECE.matcher(text);
        return piece.replaceAll(found ->
                Matcher.quoteReplacement(found.group(1) == null ? found.group(2) : value(found.group(1), device, at)));
    }

    private static String value(String name, String device, Instant at) {
        return switch (name) {
            case "deviceId" -> device;
            case "sequenceId" -> "0";
            default ->
                LETTERS.matcher(name.substring(DATE_TIME.length()))
                        .replaceAll(letter -> Matcher.quoteReplacement(
                                letter.group(1) == null ? letter.group() : time(letter.group(), at)));
        };
    }

    private static String time(String letters, Instant at) {
        String pattern = letters.replace('y', 'u').replace('f', 'S');
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
