// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// A device that does with each call what its payload says, well or badly, and answers with the call's own id.
final class Callee implements AutoCloseable {
    /// Longer than the back end waits.
    private static final long SLOW_MILLIS = 1_500;

    /// How a handler behaves.
    enum Manner {
        QUICK,
        FAILING,
        SLOW,
        SILENT,
        ANSWERING_TWICE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final CallBook book;
    private final Staying staying;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    Callee(DeviceKeys keys, Way way, CallBook book) {
        this.book = book;
        this.staying =
                new Staying(keys, way, new Staying.Habits(this::called, line -> {}, List.of(Topics.METHOD_CALLS)));
    }

    Staying staying() {
        return staying;
    }

    private void called(Line line, String topic, byte[] body) {
        JsonNode asked = Json.readTree(body);
        String call = asked.path("call").stringValue();
        book.executed(call);
        String requestId = topic.substring(topic.indexOf("$rid=") + 5);
        switch (Manner.valueOf(asked.path("manner").stringValue().toUpperCase(Locale.ROOT))) {
            case QUICK -> answer(line, 200, requestId, call);
            case FAILING -> answer(line, 500, requestId, call);
            case SLOW -> {
                var _ = later.schedule(() -> answer(line, 200, requestId, call), SLOW_MILLIS, TimeUnit.MILLISECONDS);
            }
            case SILENT -> {}
            case ANSWERING_TWICE -> {
                answer(line, 200, requestId, call);
                answer(line, 200, requestId, call);
            }
        }
    }

    private static void answer(Line line, int status, String requestId, String call) {
        line.say(
                "$iothub/methods/res/" + status + "/?$rid=" + requestId,
                Json.writeText(call).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws InterruptedException {
        later.shutdownNow();
        staying.close();
    }
}
