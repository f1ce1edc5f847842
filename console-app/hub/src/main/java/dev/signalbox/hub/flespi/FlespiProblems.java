// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flespi;

import dev.signalbox.protocol.report.Problem;

/// What can be wrong with a call as flespi has it.
final class FlespiProblems {
    private FlespiProblems() {}

    static Problem nothingHere(String path) {
        return new Problem(
                "http.no-such-path",
                "There is nothing at " + path + ".",
                "Of flespi's calls, only GET /gw/channels/{number}/messages is answered here.");
    }

    static Problem failed() {
        return new Problem(
                "http.failed", "The hub failed at this request, and its log says why.", "Try again, or report it.");
    }
}
