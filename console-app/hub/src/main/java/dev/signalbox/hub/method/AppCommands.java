// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.local.AppCommand;
import dev.signalbox.protocol.local.AppsReached;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.Reserved;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// Tells programs that are joined to nodes. May be used from any thread.
public final class AppCommands {
    private static final int DONE = 200;

    private final Methods methods;

    public AppCommands(Methods methods) {
        this.methods = methods;
    }

    /// How many apps the node handed it to. The future fails with what is wrong with the call, or with the node's own
    /// problem, such as `local.no-such-app`.
    public CompletableFuture<AppsReached> tell(DeviceId node, AppCommand command) {
        var call = MethodCall.ofHub(Reserved.METHOD_LOCAL, Json.mapper().valueToTree(command));
        return methods.call(ClientId.of(node), call).thenApply(result -> reached(node, result));
    }

    private static AppsReached reached(DeviceId node, MethodResult result) {
        if (result.status() == DONE) {
            return Json.read(Json.write(result.payload()), AppsReached.class);
        }
        throw new ProblemException(problem(node, result.payload()));
    }

    /// The node's own; something in its place from a device that is no node.
    private static Problem problem(DeviceId node, JsonNode said) {
        String code = said.path("code").asString("");
        return code.startsWith("local.")
                ? new Problem(
                        code,
                        said.path("what").asString(""),
                        said.path("remedy").asString(""))
                : new Problem(
                        "local.no-apps",
                        node + " takes no commands for apps.",
                        "Check that it is a node, and of a version that has local apps.");
    }
}
