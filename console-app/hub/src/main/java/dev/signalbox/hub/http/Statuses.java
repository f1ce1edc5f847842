// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.provisioning.ProvisioningProblems;
import dev.signalbox.protocol.report.Problem;
import java.util.Set;

/// Which status goes with which problem.
final class Statuses {
    private static final Set<String> FORGED = Set.of(
            "trust.signature-refused",
            "trust.envelope-malformed",
            "trust.foreign-owner",
            "trust.foreign-workspace",
            "trust.not-newer",
            "release.foreign-workspace",
            "release.foreign-author",
            "release.not-next",
            "release.wrong-predecessor",
            "release.staged-otherwise");

    private Statuses() {}

    static int of(Problem problem) {
        return ProvisioningProblems.status(problem).orElseGet(() -> byCode(problem.code()));
    }

    private static int byCode(String code) {
        return switch (code) {
            case "operator.sign-in-refused", "operator.not-signed-in", "operator.not-invited", "device.wrong-key" ->
                401;
            case "release.not-entitled", "operator.not-allowed" -> 403;
            case "operator.too-many-tries" -> 429;
            case "operator.exists", "operator.not-this-one", "operator.program-owns", "operator.program-has-token" ->
                409;
            case "method.not-online", "local.no-such-app" -> 404;
            case "method.timed-out" -> 504;
            case "method.bad-answer" -> 502;
            case "method.too-many" -> 429;
            case "device.exists",
                    "authority.exists",
                    "authority.verified",
                    "module.exists",
                    "cloud.queue-full",
                    "service.frozen",
                    "service.name-taken",
                    "job.exists",
                    "stream.exists",
                    "stream.clearing-runs",
                    "stream.lasting",
                    "consumer.exists",
                    "job.ended" -> 409;
            case "node.not-supervised",
                    "node.busy",
                    "node.disabled",
                    "node.maintenance",
                    "flow.disabled",
                    "step.disabled",
                    "step.not-running",
                    "step.mailbox-full",
                    "node.no-such-action",
                    "step.call-failed",
                    "step.call-goes-on" -> 409;
            case "job.too-many", "wire.too-many-taps" -> 429;
            case "http.no-such-path", "stream.no-message", "stream.no-batch" -> 404;
            case "stream.changed" -> 412;
            case "http.no-such-method" -> 405;
            case "http.failed", "store.failed", "store.unreadable", "secret.unreadable" -> 500;
            case "package.failed" -> 500;
            case "store.full" -> 507;
            default -> byEnding(code);
        };
    }

    /// Whether a refusal is worth telling operators: somebody wanted in, or wanted nodes to believe or run what they
    /// must not.
    static boolean isAttempt(Problem problem) {
        int status = of(problem);
        return status == 401 || status == 403 || status == 413 || FORGED.contains(problem.code());
    }

    private static int byEnding(String code) {
        if (code.endsWith(".not-known")) {
            return 404;
        }
        if (code.endsWith(".edited-meanwhile")) {
            return 412;
        }
        if (code.endsWith(".too-large")) {
            return 413;
        }
        if (code.endsWith("-malformed")) {
            return 400;
        }
        return code.matches("(release|rollout|trust)\\..*") ? 409 : 400;
    }
}
