// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.hub.provisioning.ProvisioningProblems;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with a call, and which status says so.
final class SpotflowProblems {
    private SpotflowProblems() {}

    static int status(Problem problem) {
        return ProvisioningProblems.status(problem).orElseGet(() -> byCode(problem.code()));
    }

    private static int byCode(String code) {
        return switch (code) {
            case "store.full" -> 507;
            case "store.failed", "store.unreadable" -> 500;
            case "device.exists", "cloud.queue-full" -> 409;
            default -> code.endsWith(".not-known") ? 404 : code.endsWith(".too-large") ? 413 : 400;
        };
    }

    static Problem badValue(String why) {
        return new Problem("http.bad-value", "The request cannot be understood: " + why + ".", "Correct it.");
    }

    static Problem tooLarge() {
        return new Problem("http.too-large", "The request's body is too large.", "Send less at once.");
    }

    static Problem failed() {
        return new Problem(
                "http.failed", "The hub failed at this request, and its log says why.", "Try again, or report it.");
    }

    static Problem otherWorkspace(String own) {
        return new Problem(
                "workspace.not-known", "This hub has another workspace.", "Name its own, which is " + own + ".");
    }
}
