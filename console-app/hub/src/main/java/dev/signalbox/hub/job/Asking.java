// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.method.MethodResult;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Asks devices for jobs.
final class Asking {
    private static final String NOT_SENT = "method.not-online";

    private final Methods methods;
    private final Presence presence;

    Asking(Methods methods, Presence presence) {
        this.methods = methods;
        this.presence = presence;
    }

    boolean isHere(DeviceId device) {
        return presence.isHere(device);
    }

    /// Calls the device's method and tells how that ended, on any thread.
    void ask(String job, DeviceId device, JobAction.Call action, Consumer<Ending> then) {
        var _ = methods.call(ClientId.of(device), action.call())
                .handle((result, failure) ->
                        failure == null ? answered(job, device, result) : failed(job, device, failure))
                .thenAccept(then);
    }

    private static Ending answered(String job, DeviceId device, MethodResult result) {
        ObjectNode answer = Json.mapper().createObjectNode().put("status", result.status());
        answer.set("payload", result.payload());
        return new Ending.Answered(job, device, result.status(), Json.writeText(answer));
    }

    private static Ending failed(String job, DeviceId device, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Problem problem = cause instanceof ProblemException known
                ? known.problem()
                : new Problem("method.failed", "The method could not be called: " + cause + ".", "Try again.");
        return problem.code().equals(NOT_SENT)
                ? new Ending.NotSent(job, device)
                : new Ending.Failed(job, device, problem);
    }
}
