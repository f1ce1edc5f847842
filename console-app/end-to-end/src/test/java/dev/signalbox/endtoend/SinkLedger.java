// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What came out of a node, as a program reads it from the hub's default stream: the number of each message, and when
/// the node's last step had it, in the order of the hub's keys.
final class SinkLedger {
    private static final String DEFAULT_STREAM = "/gw/channels/1/messages?data=";

    private final StreamDesk desk;
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long key;

    SinkLedger(StreamDesk desk) {
        this.desk = desk;
    }

    /// Reads what came since; answers how many there are by now.
    int readOn() {
        try {
            String data = "{\"curr_key\":" + key + ",\"timeout\":0,\"limit_count\":1000}";
            JsonNode page = Json.readTree(desk.fetch(DEFAULT_STREAM + URLEncoder.encode(data, StandardCharsets.UTF_8)));
            page.path("result").forEach(message -> {
                numbers.add(message.path("n").asLong());
                times.add(message.path("at").asLong());
            });
            key = page.path("next_key").asLong(key);
            return numbers.size();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    List<Long> numbers() {
        return List.copyOf(numbers);
    }

    /// The longest times in milliseconds between two messages, longest first.
    List<Long> pauses() {
        var pauses = new ArrayList<Long>();
        for (int i = 1; i < times.size(); i++) {
            pauses.add(times.get(i) - times.get(i - 1));
        }
        pauses.sort((a, b) -> Long.compare(b, a));
        return pauses;
    }
}
