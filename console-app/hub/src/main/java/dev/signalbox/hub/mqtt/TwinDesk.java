// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromDevice;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import tools.jackson.databind.node.ObjectNode;

/// Answers devices about their twins.
public final class TwinDesk {
    private static final byte[] NOTHING = new byte[0];
    private static final long LARGEST_TWIN = 64 * 1024;
    /// What JSON takes in memory once it is read, in times of its text.
    private static final long TREE = 8;

    private final Twins twins;
    private final Executor blocking;

    public TwinDesk(Twins twins, Executor blocking) {
        this.twins = twins;
        this.blocking = blocking;
    }

    /// Answers soon; false if there are too many on the way.
    boolean get(Link link, String requestId) {
        if (!link.load().begins(LARGEST_TWIN)) {
            return false;
        }
        blocking.execute(() -> {
            try {
                link.answer(200, requestId, OptionalLong.empty(), Json.write(document(twins.get(link.client()))));
            } catch (ProblemException failed) {
                refuse(link, requestId, failed.problem());
            } finally {
                link.load().ends(LARGEST_TWIN);
            }
        });
        return true;
    }

    /// Answers once it is on the disk; false if there are too many on the way.
    boolean report(Link link, FromDevice.ReportedPatch patch, byte[] body) {
        long cost = TREE * body.length;
        if (!link.load().begins(cost)) {
            return false;
        }
        try {
            var _ = twins.report(link.client(), Json.readTree(body), patch.baseVersion())
                    .whenComplete((version, failure) -> {
                        link.load().ends(cost);
                        if (failure == null) {
                            link.answer(204, patch.requestId(), OptionalLong.of(version), NOTHING);
                        } else {
                            refuse(link, patch.requestId(), problem(failure));
                        }
                    });
        } catch (ProblemException refused) {
            link.load().ends(cost);
            refuse(link, patch.requestId(), refused.problem());
        }
        return true;
    }

    private static ObjectNode document(StoredTwin twin) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.set("desired", twin.desired().deepCopy().put("$version", twin.desiredVersion()));
        document.set("reported", twin.reported().deepCopy().put("$version", twin.reportedVersion()));
        return document;
    }

    private static Problem problem(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure instanceof ProblemException direct
                ? direct.problem()
                : cause instanceof ProblemException inner
                        ? inner.problem()
                        : new Problem("twin.failed", "The hub could not do it.", "Try again.");
    }

    private static void refuse(Link link, String requestId, Problem problem) {
        int status = switch (problem.code()) {
            case "twin.edited-meanwhile" -> 412;
            case "twin.not-known" -> 404;
            default -> StoreProblems.isOne(problem) || problem.code().equals("twin.failed") ? 500 : 400;
        };
        link.answer(
                status, requestId, OptionalLong.empty(), Json.writeText(problem).getBytes(StandardCharsets.UTF_8));
    }
}
