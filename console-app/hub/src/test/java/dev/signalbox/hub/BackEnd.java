// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/// A back end that signs in with one shared access policy.
record BackEnd(Desk desk, String policy, String key) {
    static BackEnd of(Desk desk, String policy) {
        return Arrays.stream(Json.read(desk.get(Paths.POLICIES).body(), PolicyView[].class))
                .filter(view -> view.name().equals(policy))
                .map(view -> new BackEnd(desk, policy, view.primaryKey()))
                .findFirst()
                .orElseThrow();
    }

    static BackEnd owner(Desk desk) {
        return of(desk, "iothubowner");
    }

    String signature(String resource, Instant expiry) {
        return SasTokens.make(resource, key, expiry) + "&skn=" + policy;
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers) {
        var request = desk.request(path + (path.contains("?") ? "&" : "?") + "api-version=2021-04-12")
                .header(
                        "Authorization",
                        signature(desk.site.address().host(), Instant.now().plusSeconds(60)))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return desk.send(request);
    }

    HttpResponse<String> get(String path) {
        return ask("GET", path, "");
    }

    JsonNode json(String path) {
        return tree(get(path));
    }

    static JsonNode tree(HttpResponse<String> answer) {
        return Json.readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
