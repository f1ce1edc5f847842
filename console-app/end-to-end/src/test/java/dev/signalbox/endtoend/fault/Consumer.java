// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// A program that reads the default stream by key while the hub comes and goes: it asks again from where it was.
final class Consumer implements AutoCloseable {
    private static final long BEFORE_TRYING_AGAIN_NANOS = 100_000_000;
    private static final String DEFAULT_STREAM = "/gw/channels/1/messages?data=";

    private final Desk desk;
    private final Thread thread;
    private final List<Long> read = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean ending;

    Consumer(HubSite site) {
        var wanted = new NewConsumerToken("reader", List.of(1L), Optional.empty());
        String made = site.operator().done("POST", Paths.CONSUMER_TOKENS, wanted);
        String secret = Json.read(made, ConsumerTokenMade.class).secret();
        this.desk = site.desk("FlespiToken " + secret);
        this.thread = Thread.ofPlatform().name("consumer").start(this::read);
    }

    /// The numbers in the messages so far, in the order of their keys.
    List<Long> numbers() {
        synchronized (read) {
            return List.copyOf(read);
        }
    }

    /// How many those are.
    int count() {
        return read.size();
    }

    /// The one read last; below 0 before the first.
    long newest() {
        synchronized (read) {
            return read.isEmpty() ? -1 : read.getLast();
        }
    }

    private void read() {
        long key = 0;
        while (!ending) {
            try {
                key = read(key);
            } catch (IOException hubIsAway) {
                LockSupport.parkNanos(BEFORE_TRYING_AGAIN_NANOS);
            }
        }
    }

    private long read(long key) throws IOException {
        String data = "{\"curr_key\":" + key + ",\"timeout\":2,\"limit_count\":500}";
        Desk.Answer answer = desk.ask("GET", DEFAULT_STREAM + URLEncoder.encode(data, StandardCharsets.UTF_8), "");
        if (answer.status() != 200) {
            throw new IOException(answer.toString());
        }
        JsonNode page = answer.json();
        page.path("result").forEach(message -> read.add(message.path("n").asLong()));
        return page.path("next_key").asLong();
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.join();
    }
}
