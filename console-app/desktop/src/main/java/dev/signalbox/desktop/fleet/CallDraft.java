// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.protocol.action.StepCall;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import java.nio.charset.StandardCharsets;

/// A call as typed into the form.
///
/// @param method empty for the one that takes messages
/// @param payload JSON
record CallDraft(StepAddress step, String method, String payload) {
    /// What is wrong with the method's name; empty when nothing is.
    String methodComplaint() {
        try {
            var _ = new StepCall(step, method, Json.mapper().nullNode());
            return "";
        } catch (IllegalArgumentException malformed) {
            return "Use letters, digits and _ , no digit first.";
        }
    }

    /// What is wrong with the payload; empty when nothing is.
    String payloadComplaint() {
        try {
            return Json.readTree(payload.getBytes(StandardCharsets.UTF_8)).isMissingNode()
                    ? "Write null for no value."
                    : "";
        } catch (ProblemException malformed) {
            return malformed.problem().what().replace("The JSON cannot be read", "This is no JSON");
        }
    }

    boolean isReady() {
        return methodComplaint().isEmpty() && payloadComplaint().isEmpty();
    }
}
