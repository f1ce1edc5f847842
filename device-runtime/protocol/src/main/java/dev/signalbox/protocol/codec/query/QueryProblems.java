// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// What can be wrong with the text of a query. Columns count from 1.
final class QueryProblems {
    private static final int LONGEST_QUOTE = 40;

    private QueryProblems() {}

    static ProblemException unexpected(int column, String expected, String found) {
        return malformed(column, "expected " + expected + " but found " + quoted(found));
    }

    static ProblemException malformed(int column, String why) {
        return problem("query.malformed", column, why, "Correct it there and try again.");
    }

    static ProblemException tooMuch(int column, String why) {
        return problem("query.too-large", column, why, "Make it simpler, or ask in several queries.");
    }

    static ProblemException wholeQuery(int column) {
        return problem(
                "query.not-a-condition",
                column,
                "a condition is needed, and this is a whole query",
                "Leave only what stands after WHERE.");
    }

    static ProblemException notTogether(int column, String why) {
        return problem("query.refused", column, why, "Leave that out.");
    }

    private static ProblemException problem(String code, int column, String why, String remedy) {
        var problem = new Problem(code, "The query is refused at column " + column + ": " + why + ".", remedy);
        return new QueryRefused(problem, column, why);
    }

    private static String quoted(String found) {
        if (found.isEmpty()) {
            return "the end";
        }
        String printable = found.replaceAll("\\p{Cntrl}", "?");
        int end = printable.offsetByCodePoints(
                0, Math.min(LONGEST_QUOTE, printable.codePointCount(0, printable.length())));
        return "\"" + printable.substring(0, end) + (end < printable.length() ? "..." : "") + "\"";
    }
}
