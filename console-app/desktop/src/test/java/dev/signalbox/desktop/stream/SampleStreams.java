// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.StreamName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A works whose machines send a lot.
final class SampleStreams {
    static final long VIBRATION = 2;
    static final Instant NOON = Instant.parse("2026-11-21T12:03:08.114Z");
    private static final List<String> NAMES = List.of(
            "press-hall/vibration",
            "press-hall/oil",
            "press-hall/pictures",
            "energy/meters",
            "energy/quarter-hours",
            "northern-works-hall-B-hydraulics/pressure-of-the-second-stage-by-line-and-drive",
            "gateways/health");

    private SampleStreams() {}

    static StreamsInMemory make() {
        var hub = new StreamsInMemory();
        for (String name : NAMES) {
            String[] parts = name.split("/");
            hub.make(new NewStream(new StreamName(parts[0], parts[1]), StreamRules.USUAL));
        }
        readings(hub, 1200);
        deadLetters(hub);
        hub.comes(1, "press-0417", NOON, Map.of(), "started");
        hub.calls.clear();
        return hub;
    }

    /// One each 250 ms, from eleven presses.
    static void readings(StreamsInMemory hub, int count) {
        int before = (int) hub.get(VIBRATION).nextKey();
        for (int i = before; i < before + count; i++) {
            hub.comes(VIBRATION, "press-04" + (17 + i % 11), NOON.plusMillis(250L * i), ids(i), reading(i));
        }
    }

    private static Map<String, String> ids(int i) {
        return Map.of(
                "batch-id", "2026-11-21-shift-" + (1 + i / 600),
                "message-id", Integer.toString(i),
                "stream-group-name", "press-hall",
                "stream-name", "vibration",
                "content-type", "application/json");
    }

    private static String reading(int i) {
        double phase = i / 90.0 + i % 11;
        return String.format(
                Locale.ROOT,
                "{\"rms\":%.3f,\"peak\":%.3f,\"bearing\":{\"celsius\":%.1f,\"side\":\"%s\"},\"rpm\":%d,\"ok\":true}",
                2.4 + Math.sin(phase) + 0.2 * Math.sin(i * 1.7),
                6.1 + 2 * Math.sin(phase),
                54 + 6 * Math.sin(phase / 3),
                i % 2 == 0 ? "left" : "right",
                1480 + i % 9);
    }

    private static void deadLetters(StreamsInMemory hub) {
        dead(
                hub,
                "gateway-02",
                "stream-not-known",
                Map.of("stream-group-name", "press-hall", "stream-name", "vibratoin"));
        dead(hub, "press-0431", "message-id-missing", Map.of("stream-group-name", "energy", "stream-name", "meters"));
        dead(
                hub,
                "northern-works-hall-B-line-4-drives-and-sensors-of-the-2nd-stage",
                "payload-unreadable",
                Map.of("content-encoding", "br"));
    }

    private static void dead(StreamsInMemory hub, String device, String reason, Map<String, String> properties) {
        var all = new java.util.TreeMap<>(properties);
        all.put("signalbox-dead", reason);
        hub.comes(0, device, NOON, all, "{\"rms\":2.417,\"peak\":6.02}".getBytes(StandardCharsets.UTF_8));
    }

    static List<StreamRate> rates() {
        return List.of(
                new StreamRate(0, 0, 0, 0, 3),
                new StreamRate(1, 0.2, 1.4, 0, 0),
                new StreamRate(VIBRATION, 44.2, 4_860, 17, 1),
                new StreamRate(5, 1204.6, 96_400, 0, 1),
                new StreamRate(7, 3.0, 8_800, 2, 0));
    }

    static List<BatchView> batches() {
        return List.of(
                batch("press-0417", "2026-11-21-shift-1", Duration.ofHours(8), 110_400),
                batch("press-0417", "2026-11-21-shift-2", Duration.ZERO, 21_977),
                batch("press-0418", "2026-11-21-shift-1", Duration.ofHours(8), 109_812),
                batch(
                        "press-0418",
                        "a-batch-whose-name-somebody-made-as-long-as-names-may-be-really",
                        Duration.ZERO,
                        1));
    }

    private static BatchView batch(String device, String name, Duration length, long messages) {
        Optional<Instant> closed = length.isZero() ? Optional.empty() : Optional.of(NOON.plus(length));
        return new BatchView(new DeviceId(device), name, NOON, closed, messages, 96 * messages);
    }
}
