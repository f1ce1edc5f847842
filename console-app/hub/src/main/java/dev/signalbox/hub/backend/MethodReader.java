// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.method.MethodCall;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a back end sends to call a method: `methodName`, `payload` and both timeouts in seconds.
public final class MethodReader {
    private MethodReader() {}

    /// Throws ProblemException when IoT Hub would refuse it. A response timeout of 0 is the default one, as the Java
    /// client sends it when nobody chose.
    public static MethodCall read(ObjectNode asked) {
        JsonNode payload = asked.path("payload");
        long response = seconds(asked.path("responseTimeoutInSeconds"));
        return new MethodCall(
                asked.path("methodName").asString(""),
                payload.isMissingNode() ? Optional.empty() : Optional.of(payload),
                Duration.ofSeconds(seconds(asked.path("connectTimeoutInSeconds"))),
                response == 0 ? MethodCall.DEFAULT_RESPONSE_TIMEOUT : Duration.ofSeconds(response));
    }

    private static long seconds(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? 0 : node.asLong(-1);
    }
}
