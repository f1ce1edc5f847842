// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/// A program that reads channels, with the call flespi's receiver makes.
record Program(Desk desk, String name, String secret) {
    static Program of(Desk desk, String name, Long... channels) {
        return until(desk, name, Optional.empty(), channels);
    }

    static Program until(Desk desk, String name, Optional<Instant> end, Long... channels) {
        var wanted = new NewConsumerToken(name, List.of(channels), end);
        var made = Json.read(desk.ask("POST", Paths.CONSUMER_TOKENS, wanted).body(), ConsumerTokenMade.class);
        return new Program(desk, name, made.secret());
    }

    /// The path with its parameter as Python's `urlencode` writes it.
    static String path(Object channel, String data) {
        return "/gw/channels/" + channel + "/messages?data=" + URLEncoder.encode(data, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String path) {
        return desk.request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("User-Agent", "Swagger-Codegen/1.0.0/python")
                .header("Authorization", "FlespiToken " + secret);
    }

    HttpResponse<String> get(String path) {
        return desk.send(request(path));
    }

    HttpResponse<String> ask(Object channel, String data) {
        return get(path(channel, data));
    }

    CompletableFuture<HttpResponse<String>> askLater(Object channel, String data) {
        return desk.http.sendAsync(request(path(channel, data)).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode read(long channel, String data) {
        var answer = ask(channel, data);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return BackEnd.tree(answer);
    }

    /// What it is given from a key on until it has so many.
    List<String> texts(long channel, long from, int count) {
        var texts = new ArrayList<String>();
        long key = from;
        while (texts.size() < count) {
            JsonNode page = read(channel, "{\"curr_key\": " + key + ", \"timeout\": 10}");
            texts.addAll(texts(page));
            key = page.get("next_key").asLong();
        }
        return texts;
    }

    static List<String> texts(JsonNode page) {
        return page.get("result")
                .valueStream()
                .map(message -> message.get("payload.text").asString())
                .toList();
    }
}
