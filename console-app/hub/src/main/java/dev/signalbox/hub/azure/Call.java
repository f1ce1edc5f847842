// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a back end asks, read in our types.
final class Call {
    private final RoutingContext context;

    Call(RoutingContext context) {
        this.context = context;
    }

    String path(String name) {
        return String.valueOf(context.pathParam(name));
    }

    DeviceId device() {
        return device(path("id"));
    }

    /// The device, or its module if the path names one.
    ClientId client() {
        return new ClientId(
                device(),
                Optional.ofNullable(context.pathParam("module"))
                        .map(Call::device)
                        .map(DeviceId::value));
    }

    /// Has the form of a device id.
    String module() {
        return device(path("module")).value();
    }

    static DeviceId device(String id) {
        try {
            return new DeviceId(id);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(AzureProblems.badArgument(String.valueOf(notAnId.getMessage())), notAnId);
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(context.request().getParam(name)).filter(value -> !value.isBlank());
    }

    /// A number in the query, from 1 to the most.
    int number(String name, int most) {
        return query(name).map(text -> number(name, text, most)).orElse(most);
    }

    static int number(String name, String text, int most) {
        try {
            return Math.clamp(Integer.parseInt(text), 1, most);
        } catch (NumberFormatException notANumber) {
            throw new ProblemException(AzureProblems.badArgument(name + " is no number"), notANumber);
        }
    }

    /// The etag the caller has: empty when it names none, `*` when any will do.
    Optional<String> etag() {
        return header("If-Match")
                .map(value -> value.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""));
    }

    JsonNode json() {
        Buffer body = context.body().buffer();
        if (body == null || body.length() == 0) {
            throw new ProblemException(AzureProblems.badArgument("its body is missing"));
        }
        return Json.readTree(body.getBytes());
    }

    /// What the path names may be missing in the body, but not be another.
    static void same(JsonNode inBody, String inPath) {
        if (inBody.isString() && !inBody.stringValue().equals(inPath)) {
            throw new ProblemException(AzureProblems.badArgument("its path and its body name different things"));
        }
    }

    ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(AzureProblems.badArgument("its body is no JSON object"));
    }
}
