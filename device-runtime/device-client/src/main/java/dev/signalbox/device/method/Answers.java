// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.method;

import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// What goes back to the caller of a method, in the bounds of a hub.
final class Answers {
    private static final int FAILED = 500;
    private static final int BUSY = 503;
    private static final int LARGEST = 128 * 1024;

    private Answers() {}

    static MethodAnswer failed(String method, Throwable why) {
        return of(FAILED, MethodProblems.failed(method, why));
    }

    static MethodAnswer busy(String method) {
        return of(BUSY, MethodProblems.busy(method));
    }

    /// The program's answer if a hub takes it, otherwise one that says why not.
    static MethodAnswer checked(String method, MethodAnswer answer) {
        if (answer.payload().length > LARGEST) {
            return of(FAILED, MethodProblems.answerTooLarge(method, answer.payload().length, LARGEST));
        }
        try {
            Json.readTree(answer.payload());
            return answer;
        } catch (ProblemException malformed) {
            return of(FAILED, MethodProblems.answerMalformed(method, malformed.problem()));
        }
    }

    private static MethodAnswer of(int status, Problem problem) {
        return new MethodAnswer(status, Json.write(problem));
    }
}
