// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.protocol.codec.ProblemException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes ids by a pattern, such as `{deviceId}-{dateTime:yyyy-MM-dd}-{sequenceId}`. Times are UTC, in .NET's letters.
final class Autofill {
    private static final int LONGEST = 100;
    private static final Pattern PIECE = Pattern.compile("\\{([^{}]*)}|([^{}/#\\p{Cntrl}]+)");
    private static final Pattern LETTERS = Pattern.compile("([A-Za-z])\\1*|([^A-Za-z/#{}'\\p{Cntrl}])");
    private static final Set<String> KNOWN = Set.of("yyyy", "yy", "MM", "dd", "HH", "hh", "mm", "ss", "fff");
    private static final String DATE_TIME = "dateTime:";
    private static final String SEQUENCE = "sequenceId";
    private static final String DEVICE = "deviceId";

    private final List<Piece> pieces;
    private final boolean counts;

    private Autofill(List<Piece> pieces, boolean counts) {
        this.pieces = List.copyOf(pieces);
        this.counts = counts;
    }

    /// What an id is made from.
    ///
    /// @param at when the message was received
    /// @param sequence how many ids were made before
    record From(String device, Instant at, long sequence) {}

    private interface Piece {
        String of(From from);
    }

    /// Throws ProblemException for what is no pattern.
    static Autofill parse(String pattern) {
        var pieces = new ArrayList<Piece>();
        Matcher piece = PIECE.matcher(pattern);
        int end = 0;
        while (end < pattern.length()) {
            if (!piece.find(end) || piece.start() != end) {
                throw new ProblemException(
                        StreamProblems.badPattern(pattern, "what is outside of { } may have no / or #"));
            }
            String literal = piece.group(2);
            pieces.add(literal != null ? _ -> literal : placeholder(pattern, piece.group(1)));
            end = piece.end();
        }
        if (pieces.isEmpty() || pattern.length() > LONGEST) {
            throw new ProblemException(
                    StreamProblems.badPattern(pattern, "a pattern has 1 to " + LONGEST + " characters"));
        }
        return new Autofill(pieces, pattern.contains("{" + SEQUENCE + "}"));
    }

    private static Piece placeholder(String pattern, String name) {
        if (name.startsWith(DATE_TIME)) {
            DateTimeFormatter format = format(pattern, name.substring(DATE_TIME.length()));
            return from -> format.format(from.at());
        }
        return switch (name) {
            case SEQUENCE -> from -> Long.toString(from.sequence());
            case DEVICE -> From::device;
            default ->
                throw new ProblemException(StreamProblems.badPattern(pattern, "{" + name + "} stands for nothing"));
        };
    }

    private static DateTimeFormatter format(String pattern, String letters) {
        var format = new DateTimeFormatterBuilder();
        Matcher letter = LETTERS.matcher(letters);
        int end = 0;
        while (end < letters.length()) {
            boolean found = letter.find(end) && letter.start() == end;
            if (found && letter.group(2) != null) {
                format.appendLiteral(letter.group());
            } else if (found && KNOWN.contains(letter.group())) {
                format.appendPattern(letter.group().replace('y', 'u').replace('f', 'S'));
            } else {
                throw new ProblemException(StreamProblems.badPattern(
                        pattern, "a time has yyyy, yy, MM, dd, HH, hh, mm, ss and fff, and no / or #"));
            }
            end = letter.end();
        }
        return format.toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /// Whether two ids that follow one another are never the same.
    boolean counts() {
        return counts;
    }

    String make(From from) {
        var id = new StringBuilder();
        pieces.forEach(piece -> id.append(piece.of(from)));
        return id.toString();
    }
}
