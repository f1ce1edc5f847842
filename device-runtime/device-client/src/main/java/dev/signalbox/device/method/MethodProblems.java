// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.method;

import dev.signalbox.protocol.report.Problem;

/// What the caller of a method is told when the device's program has no good answer.
final class MethodProblems {
    private MethodProblems() {}

    static Problem failed(String method, Throwable why) {
        return new Problem(
                "method.failed",
                "The device failed at the method " + method + ": " + why + ".",
                "Check the name and what was sent along; the device's log says more.");
    }

    static Problem busy(String method) {
        return new Problem(
                "method.busy",
                "The device has no room for the method " + method + " beside those it is at.",
                "Call again when they have ended.");
    }

    static Problem answerTooLarge(String method, int bytes, int most) {
        return new Problem(
                "method.answer-too-large",
                "The device's answer to " + method + " has " + bytes + " bytes; a hub takes up to " + most + ".",
                "Have the device answer less, or send it as a message.");
    }

    static Problem answerMalformed(String method, Problem why) {
        return new Problem(
                "method.answer-malformed",
                "The device's answer to " + method + " is not JSON. " + why.what(),
                "Have the device answer with JSON.");
    }
}
