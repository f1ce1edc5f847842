// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A recorded talk with the hub, said once more. A file holds requests and the answers to them; `<name>` in an answer
/// stands for anything the first time, and for the same from then on. A line `@ PT1H` winds the clock.
final class Recorded {
    private static final Pattern NAME = Pattern.compile("<(\\w+)>");

    final Map<String, String> values = new HashMap<>();
    private final Desk desk;
    private final WoundClock clock;

    Recorded(Desk desk, WoundClock clock) {
        this.desk = desk;
        this.clock = clock;
        values.put("bearer", desk.bearer);
        values.put("mqttPort", Integer.toString(desk.site.address().mqttPort()));
        values.put("httpsPort", Integer.toString(desk.site.address().httpsPort()));
    }

    void replay(String name) {
        for (String piece : read(name).replaceAll("(?m)^#.*\\R", "").split("====\n")) {
            if (piece.startsWith("@ ")) {
                clock.add(Duration.parse(piece.substring(2).strip()));
            } else {
                exchange(name, piece.split("----\n"));
            }
        }
    }

    private void exchange(String name, String[] sides) {
        List<String> said = filled(sides[0]).lines().toList();
        HttpResponse<String> answer = desk.send(request(said));
        List<String> expected = sides[1].lines().toList();
        String as = name + ": " + said.getFirst() + " got " + answer.statusCode() + " " + answer.body();
        String type = answer.headers()
                .firstValue("Content-Type")
                .map(found -> " " + found)
                .orElse("");
        assertThat(answer.statusCode() + type).as(as).isEqualTo(expected.getFirst());
        String body = expected.size() > 1 ? expected.get(1) : "";
        if (body.isEmpty()) {
            assertThat(answer.body()).as(as).isEmpty();
        } else {
            same(as, Json.readTree(body.getBytes(StandardCharsets.UTF_8)), BackEnd.tree(answer));
        }
    }

    private HttpRequest.Builder request(List<String> said) {
        String[] line = said.getFirst().split(" ");
        int blank = said.indexOf("");
        HttpRequest.Builder request = desk.request(line[1]);
        said.subList(1, blank)
                .forEach(header -> request.header(
                        header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2)));
        String body = blank + 1 < said.size() ? said.get(blank + 1) : "";
        return request.method(
                line[0],
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    private void same(String as, JsonNode expected, JsonNode actual) {
        if (expected instanceof ObjectNode object) {
            assertThat(actual.propertyNames()).as(as).containsExactlyInAnyOrderElementsOf(object.propertyNames());
            object.properties().forEach(one -> same(as, one.getValue(), actual.path(one.getKey())));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(as).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                same(as, expected.get(i), actual.get(i));
            }
        } else if (expected.isString()) {
            same(as, expected.stringValue(), actual.isValueNode() ? actual.asString() : actual.toString());
        } else {
            assertThat(actual).as(as).isEqualTo(expected);
        }
    }

    private void same(String as, String expected, String actual) {
        Matcher name = NAME.matcher(expected);
        if (!name.find()) {
            assertThat(actual).as(as).isEqualTo(expected);
        } else if (values.containsKey(name.group(1))) {
            assertThat(actual).as(as).isEqualTo(filled(expected));
        } else {
            String before = expected.substring(0, name.start());
            assertThat(actual).as(as).startsWith(before).hasSizeGreaterThan(before.length());
            values.put(name.group(1), actual.substring(before.length()));
        }
    }

    private String filled(String text) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }

    private static String read(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("spotflow/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
