// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with queries that are well written.
final class QueryProblems {
    private QueryProblems() {}

    static Problem otherContinuation() {
        return new Problem(
                "query.continuation-refused",
                "The continuation is not one that came with a page of this query.",
                "Ask for the first page again.");
    }
}
