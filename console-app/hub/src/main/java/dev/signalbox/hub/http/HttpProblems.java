// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with a request.
final class HttpProblems {
    private HttpProblems() {}

    static Problem noSuchPath(String path) {
        return new Problem(
                "http.no-such-path", "There is nothing at " + path + ".", "Look at the list of paths in the manual.");
    }

    static Problem noSuchMethod(String method, String path) {
        return new Problem(
                "http.no-such-method", method + " means nothing at " + path + ".", "Use a method the manual names.");
    }

    static Problem tooLarge() {
        return new Problem("http.too-large", "The request's body is too large.", "Send less at once.");
    }

    static Problem mismatch(String path, String body) {
        return new Problem(
                "http.mismatch",
                "The path names \"" + path + "\" and the body \"" + body + "\".",
                "Name the same in both.");
    }

    static Problem badValue(String why) {
        return new Problem("http.bad-value", "The request cannot be understood: " + why + ".", "Correct it.");
    }

    static Problem failed() {
        return new Problem(
                "http.failed", "The hub failed at this request, and its log says why.", "Try again, or report it.");
    }
}
