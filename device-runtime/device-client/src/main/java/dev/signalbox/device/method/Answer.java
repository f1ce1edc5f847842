// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.method;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// What goes back to the caller of a method.
///
/// @param status as in HTTP, by convention
/// @param payload JSON; nothing for null
public record Answer(int status, byte[] payload) {
    static final int FAILED = 500;
    static final int BUSY = 503;

    private static final int LARGEST = 128 * 1024;

    static Answer of(int status, Problem problem) {
        return new Answer(status, Json.write(problem));
    }

    /// This one if a hub takes it, otherwise one that says why not.
    Answer checked(String method) {
        if (payload.length > LARGEST) {
            return of(FAILED, MethodProblems.answerTooLarge(method, payload.length, LARGEST));
        }
        try {
            Json.readTree(payload);
            return this;
        } catch (ProblemException malformed) {
            return of(FAILED, MethodProblems.answerMalformed(method, malformed.problem()));
        }
    }
}
