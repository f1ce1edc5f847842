// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/// A device that follows what it should be, and reports what it is.
final class TwinDevice implements AutoCloseable {
    private static final String GET = "get";

    private final Replica replica = new Replica();
    private final Map<String, CompletableFuture<Long>> open = new ConcurrentHashMap<>();
    private final AtomicLong lastRequest = new AtomicLong();
    private final Staying staying;
    private volatile Optional<Line> talking = Optional.empty();

    TwinDevice(DeviceKeys keys, Way way) {
        var topics = List.of(Topics.TWIN_RESPONSES, Topics.DESIRED_PATCHES);
        this.staying = new Staying(keys, way, new Staying.Habits(this::hears, this::begin, topics));
    }

    String name() {
        return staying.name();
    }

    Replica replica() {
        return replica;
    }

    Staying staying() {
        return staying;
    }

    private void begin(Line line) {
        replica.begin();
        talking = Optional.of(line);
        line.say(Topics.write(new FromDevice.TwinGet(GET)), new byte[0]);
    }

    /// What a connection of before still has to say comes too late.
    private void hears(Line line, String topic, byte[] body) {
        switch (Topics.fromHub(topic).orElseThrow()) {
            case FromHub.TwinResponse answer
            when answer.requestId().equals(GET) -> {
                if (isTalking(line)) {
                    replica.whole(Json.readTree(body));
                }
            }
            case FromHub.TwinResponse answer -> answered(answer);
            case FromHub.DesiredPatch patch -> {
                if (isTalking(line)) {
                    replica.patch((ObjectNode) Json.readTree(body));
                }
            }
            default -> throw new IllegalStateException(topic);
        }
    }

    private boolean isTalking(Line line) {
        return talking.filter(now -> now == line).isPresent();
    }

    private void answered(FromHub.TwinResponse answer) {
        CompletableFuture<Long> asked = open.get(answer.requestId());
        if (asked != null && answer.status() == 204) {
            asked.complete(answer.version().orElseThrow());
        } else if (asked != null) {
            asked.completeExceptionally(new AssertionError("A report was answered with " + answer));
        }
    }

    /// Reports until the hub has acknowledged it, over as many connections as it takes, and returns the version.
    ///
    /// @param twice whether it is delivered twice each time
    long report(TwinLedger.Patch change, boolean twice) throws Exception {
        byte[] patch = change.json().getBytes(StandardCharsets.UTF_8);
        while (true) {
            Line line = staying.line();
            String request = Long.toString(lastRequest.incrementAndGet());
            var answer = new CompletableFuture<Long>();
            open.put(request, answer);
            String topic = Topics.write(new FromDevice.ReportedPatch(request, OptionalLong.empty()));
            line.say(topic, patch);
            if (twice) {
                line.say(topic, patch);
            }
            CompletableFuture.anyOf(answer, line.gone()).get(HubSite.SOON.toSeconds(), TimeUnit.SECONDS);
            open.remove(request);
            if (answer.isDone()) {
                return answer.join();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        staying.close();
    }
}
