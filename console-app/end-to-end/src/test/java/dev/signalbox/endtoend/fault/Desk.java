// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/// One who asks the hub over HTTPS, each time on a connection that may have died with the hub.
final class Desk {
    static final String POLICY = "iothubowner";

    private static final String API = "api-version=2021-04-12";

    /// What was answered.
    record Answer(int status, String body) {
        JsonNode json() {
            return Json.readTree(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final int port;
    private final HttpClient http;
    private final Supplier<String> authorization;

    Desk(int port, SSLContext tls, Supplier<String> authorization) {
        this.port = port;
        this.authorization = authorization;
        this.http = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    static String signature(String ownerKey) {
        return SasTokens.make("127.0.0.1", ownerKey, Instant.now().plusSeconds(600)) + "&skn=" + POLICY;
    }

    /// Asks once. Throws IOException when the hub is not there or goes away: nobody knows then what it did.
    Answer ask(String method, String path, Object body) throws IOException {
        var publisher = body.equals("")
                ? BodyPublishers.noBody()
                : body instanceof String text
                        ? BodyPublishers.ofString(text)
                        : BodyPublishers.ofByteArray(Json.write(body));
        var request = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + port + path + (path.contains("?") ? "&" : "?") + API))
                .header("Authorization", authorization.get())
                .timeout(HubSite.SOON)
                .method(method, publisher);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /// Asks a hub that is there; fails unless it does it. A connection of an earlier hub may cost one more try.
    String done(String method, String path, Object body) {
        Answer answer = surely(method, path, body);
        if (answer.status() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer);
        }
        return answer.body();
    }

    /// As `done`, whatever is answered.
    Answer surely(String method, String path, Object body) {
        for (int tries = 1; ; tries++) {
            try {
                return ask(method, path, body);
            } catch (IOException gone) {
                if (tries == 5) {
                    throw new AssertionError("The hub does not answer " + method + " " + path, gone);
                }
            }
        }
    }
}
