// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.topic.FromDevice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class LiveTest extends OnSite {
    @Test
    void logLinesArriveInOrderAndResumeAfterTheLastOneSeen() throws Exception {
        try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
            String last;
            try (var listener = new Listener(desk, Paths.LIVE_LOGS, "")) {
                log(pump, 0, 2);
                var seen = read(listener, 2);
                assertThat(seen.texts()).containsExactly("line 0", "line 1");
                assertThat(seen.node()).isEqualTo("pump-1");
                last = seen.id();
            }
            log(pump, 2, 3);
            try (var listener = new Listener(desk, Paths.LIVE_LOGS, last)) {
                assertThat(read(listener, 3).texts()).containsExactly("line 2", "line 3", "line 4");
            }
            try (var listener = new Listener(desk, Paths.LIVE_LOGS, "")) {
                assertThat(read(listener, 5).texts()).hasSize(5);
            }
        }
    }

    @Test
    void oneWhoIsTooSlowIsToldHowManyLinesWereLeftOut() throws Exception {
        try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
            log(pump, 0, 1);
            String last;
            try (var listener = new Listener(desk, Paths.LIVE_LOGS, "")) {
                last = read(listener, 1).id();
            }
            for (int i = 0; i < 21_000; i += 500) {
                log(pump, i, 500);
            }
            pump.send("all are there now", Map.of());
            try (var listener = new Listener(desk, Paths.LIVE_LOGS, last)) {
                var seen = read(listener, 20_000);
                assertThat(seen.texts().getFirst()).startsWith("1000 lines were left out");
                assertThat(seen.texts().getLast()).isEqualTo("line 20999");
            }
        }
    }

    @Test
    void nodesAreShownAtFirstAtEachChangeAndWhenGone() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var listener = new Listener(desk, Paths.LIVE_NODES, "")) {
            assertThat(node(listener.next()).connected()).isFalse();
            try (var pump = Pump.signedIn(site, keys)) {
                while (!node(listener.next()).connected()) {
                    assertThat(pump.client.isConnected()).isTrue();
                }
                desk.ask("PUT", Paths.NODES + "/pump-1/tags", Map.of("site", "west"));
                while (node(listener.next()).tags().isEmpty()) {
                    assertThat(pump.client.isConnected()).isTrue();
                }
                desk.ask("DELETE", Paths.NODES + "/pump-1", "");
                Listener.Event event = listener.next();
                while (event.name().equals("node")) {
                    event = listener.next();
                }
                assertThat(event).isEqualTo(new Listener.Event("gone", "", "pump-1"));
                Site.await(() -> pump.lost);
            }
        }
    }

    @Test
    void otherConsolesHearThatSomethingChanged() throws Exception {
        try (var listener = new Listener(desk, Paths.LIVE_CHANGES, "")) {
            desk.save("Ping", "class Ping {}", "");
            assertThat(listener.next()).isEqualTo(new Listener.Event("changed", "", "services"));
        }
    }

    @Test
    void whoIsRefusedIsShownToOperatorsOnce() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var listener = new Listener(desk, Paths.LIVE_LOGS, "")) {
            for (int i = 0; i < 3; i++) {
                try (var pump = Pump.signIn(site, keys.id(), "127.0.0.1", "d3Jvbmc=")) {
                    throw new AssertionError("let in " + pump.id);
                } catch (MqttException refused) {
                    assertThat(refused.getReasonCode()).isEqualTo(5);
                }
            }
            try (var pump = Pump.signedIn(site, keys)) {
                log(pump, 0, 1);
            }
            var seen = read(listener, 2);
            assertThat(seen.texts().getFirst()).contains("device.wrong-key");
            assertThat(seen.texts().getLast()).isEqualTo("line 0");
        }
    }

    @Test
    void noDeviceIsCalledLikeTheHub() throws Exception {
        try (var pump = Pump.signedIn(site, desk.addNode("hub", Map.of()));
                var listener = new Listener(desk, Paths.LIVE_LOGS, "")) {
            log(pump, 0, 1);
            assertThat(read(listener, 1).node()).isEqualTo("hub");
            try (var copy = Pump.signIn(site, pump.id.device(), "127.0.0.1", "d3Jvbmc=")) {
                throw new AssertionError("let in " + copy.id);
            } catch (MqttException refused) {
                String hub = read(listener, 1).node();
                assertThatIllegalArgumentException().isThrownBy(() -> new DeviceId(hub));
            }
        }
    }

    private static void log(Pump pump, int from, int count) throws MqttException {
        List<LogLine> lines = IntStream.range(from, from + count)
                .mapToObj(i -> new LogLine(Instant.now(), "flow/step", "Ping", LogLevel.DEBUG, "line " + i, "", ""))
                .toList();
        pump.publish(
                Topics.write(new FromDevice.Telemetry(pump.id, Map.of("signalbox-kind", "log"))), Json.write(lines), 0);
    }

    private record Seen(String node, List<String> texts, String id) {}

    private static Seen read(Listener listener, int count) throws Exception {
        List<String> texts = new ArrayList<>();
        String id = "";
        String node = "";
        while (texts.size() < count) {
            var event = listener.next();
            assertThat(event.name()).isEqualTo("logs");
            for (LogEvent line : Json.read(event.data(), LogEvent[].class)) {
                texts.add(line.line().text());
                node = line.node();
            }
            id = event.id();
        }
        return new Seen(node, texts, id);
    }

    private static NodeView node(Listener.Event event) {
        assertThat(event.name()).isEqualTo("node");
        return Json.read(event.data(), NodeView.class);
    }
}
