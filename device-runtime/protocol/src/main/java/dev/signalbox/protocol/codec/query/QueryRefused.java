// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// A text that is no query, and where it ceases to be one.
public final class QueryRefused extends ProblemException {
    private final int column;
    private final String why;

    QueryRefused(Problem problem, int column, String why) {
        super(problem);
        this.column = column;
        this.why = why;
    }

    /// Where, counted in characters from 1; one past the last for the end.
    public int column() {
        return column;
    }

    /// What is wrong there, such as `expected a value but found the end`, without the sentence around it.
    public String why() {
        return why;
    }
}
