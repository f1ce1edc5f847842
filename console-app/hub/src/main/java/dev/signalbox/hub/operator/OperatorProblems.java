// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.protocol.report.Problem;

/// What operators hear who may not come in.
public final class OperatorProblems {
    private OperatorProblems() {}

    static Problem signInRefused() {
        return new Problem(
                "operator.sign-in-refused",
                "The hub does not know this name with this secret.",
                "Check both; the owner's one-time token is in the hub's data folder until it was used. Stop the hub and"
                        + " run it once with --new-owner-token for another.");
    }

    public static Problem notSignedIn() {
        return new Problem(
                "operator.not-signed-in", "This needs a session that the hub knows.", "Sign in, then try again.");
    }
}
