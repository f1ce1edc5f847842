// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.hub.complete.Complete;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.report.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What a request says, read in our types.
final class Call {
    private static final String DEVICE_TOKEN = "DeviceToken ";
    private static final int LONGEST_TOKEN = 4096;
    private static final String OPERATOR = Call.class.getName();

    private final RoutingContext context;

    Call(RoutingContext context) {
        this.context = context;
    }

    static void madeBy(RoutingContext context, String operator) {
        context.put(OPERATOR, operator);
    }

    /// Name of the operator whose program asks.
    String operator() {
        return String.valueOf(context.<Object>get(OPERATOR));
    }

    /// The secret that a device shows; empty if it shows none. It may show the whole string that it was given, of which
    /// the secret is a part.
    String secret() {
        String header = context.request().getHeader("Authorization");
        if (header == null
                || !header.regionMatches(true, 0, DEVICE_TOKEN, 0, DEVICE_TOKEN.length())
                || header.length() > LONGEST_TOKEN) {
            return "";
        }
        String shown = header.substring(DEVICE_TOKEN.length()).strip();
        return shown.startsWith(ProvisioningTokens.PREFIX) ? secretIn(shown) : shown;
    }

    private static String secretIn(String token) {
        try {
            return ProvisioningTokens.read(token).secret();
        } catch (ProblemException cut) {
            return "";
        }
    }

    /// The name by which the caller knows the hub, without a port.
    String host() {
        var authority = context.request().authority();
        return authority == null ? "" : authority.host();
    }

    String from() {
        return context.request().remoteAddress().hostAddress();
    }

    String path(String name) {
        return String.valueOf(context.pathParam(name));
    }

    Optional<String> query(String name) {
        return context.queryParam(name).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    <T> T body(Class<T> type) {
        return Complete.read(bytes(), type);
    }

    ObjectNode object() {
        if (Json.readTree(bytes()) instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(new Problem(
                "json.malformed", "The body is no JSON object.", "Send the properties as one JSON object."));
    }

    byte[] bytes() {
        Buffer body = context.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }
}
