// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.testing.tls.Trusting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// Speaks IoT Hub's REST with a hub, by the policy that may do all.
///
/// @param authorization of that policy, good for a day
record BackEnd(HttpClient http, String base, String authorization) implements AutoCloseable {
    private static final String OWNER = "iothubowner";

    static BackEnd of(Path hubData) throws IOException {
        var contact = Json.read(Files.readAllBytes(hubData.resolve("hub.json")), HubContact.class);
        String token = SasTokens.make(Broker.HOST, key(hubData), Instant.now().plus(Duration.ofDays(1)));
        return new BackEnd(
                HttpClient.newBuilder()
                        .sslContext(Trusting.context(contact.caPem()))
                        .build(),
                "https://" + Broker.HOST + ":" + contact.address().httpsPort(),
                token + "&skn=" + OWNER);
    }

    JsonNode ask(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path + "?api-version=2021-04-12"))
                .header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
            }
            return Json.readTree(answer.body());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String key(Path hubData) {
        try (var registry = SqliteRegistry.open(hubData.resolve("registry.db"))) {
            return registry.read(records -> records.policies().all().stream()
                            .filter(policy -> policy.name().equals(OWNER))
                            .findFirst()
                            .orElseThrow())
                    .primaryKey();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
