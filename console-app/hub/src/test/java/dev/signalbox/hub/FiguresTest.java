// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.live.FiguresView;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.NodeFigures.OfStep;
import dev.signalbox.protocol.report.NodeFigures.OfWire;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.Reserved;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What nodes count, as operators see it.
@Timeout(180)
class FiguresTest extends OnSite {
    private static final String AT = Paths.NODES + "/pump-1/figures";
    private static final int MOST_WIRES = 10_000;

    private DeviceKeys keys;

    @BeforeEach
    void addNode() {
        keys = desk.addNode("pump-1", Map.of());
    }

    @Test
    void whatANodeCountsIsShownAtFirstAtEachReportAndUntilItIsGone() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            runs(pump, "read", "send");
            tells(pump, figures(1_000, 7, 5));
            awaitReceived(7);
            try (var listener = new Listener(desk, Paths.LIVE_FIGURES, "")) {
                assertThat(view(listener.next()).figures().wires())
                        .containsExactly(new OfWire(step("read"), step("send"), 5));
                tells(pump, figures(3_000, 9, 6));
                assertThat(view(listener.next()).figures().steps().getFirst().received())
                        .isEqualTo(9);
                desk.ask("DELETE", Paths.NODES + "/pump-1", "");
                assertThat(listener.next()).isEqualTo(new Listener.Event("gone", "", "pump-1"));
            }
        }
        assertThat(code()).isEqualTo("node.not-known");
        desk.addNode("pump-1", Map.of());
        assertThat(code()).isEqualTo("figures.not-known");
    }

    @Test
    void whatAReportDoesNotNameStaysAsItWas() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            runs(pump, "read", "send");
            tells(pump, figures(1_000, 7, 5));
            tells(pump, new NodeFigures(3_000, 1, 2, List.of(of("send", 4)), List.of()));
            Site.await(() -> shown().filter(f -> f.upMillis() == 3_000).isPresent());
            assertThat(shown().orElseThrow().steps()).containsExactlyInAnyOrder(of("read", 7), of("send", 4));
            assertThat(shown().orElseThrow().wires()).hasSize(1);
        }
    }

    @Test
    void anAgentThatWasStartedAgainBeginsAnew() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            runs(pump, "read", "send");
            tells(pump, figures(90_000, 7, 5));
            tells(pump, new NodeFigures(500, 1, 2, List.of(of("send", 1)), List.of()));
            Site.await(() -> shown().filter(f -> f.upMillis() == 500).isPresent());
            assertThat(shown().orElseThrow().steps()).containsExactly(of("send", 1));
            assertThat(shown().orElseThrow().wires()).isEmpty();
        }
    }

    @Test
    void aStepThatLeftTheNodeIsForgotten() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            runs(pump, "read", "send");
            tells(pump, figures(1_000, 7, 5));
            runs(pump, "read");
            Site.await(() -> shown().filter(f -> f.wires().isEmpty()).isPresent());
            assertThat(shown().orElseThrow().steps()).containsExactly(of("read", 7));
        }
    }

    @Test
    void stepsThatAreNotTheNodesOwnAreNotTaken() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            runs(pump, "read");
            tells(pump, figures(1_000, 7, 5));
            awaitReceived(7);
            assertThat(shown().orElseThrow().wires()).isEmpty();
        }
    }

    @Test
    void moreWiresThanAnyNodeHasAreNotKept() throws Exception {
        String[] names = IntStream.range(0, 150).mapToObj(i -> "s" + i).toArray(String[]::new);
        List<OfWire> all = Stream.of(names)
                .flatMap(from -> Stream.of(names).map(to -> new OfWire(step(from), step(to), 1)))
                .toList();
        try (var pump = Pump.signedIn(site, keys)) {
            runs(pump, names);
            for (int i = 0; i < all.size(); i += 2_000) {
                tells(pump, new NodeFigures(i, 1, 2, List.of(), all.subList(i, Math.min(i + 2_000, all.size()))));
            }
            tells(pump, new NodeFigures(99_000, 1, 2, List.of(), List.of()));
            Site.await(() -> shown().filter(f -> f.upMillis() == 99_000).isPresent());
            assertThat(shown().orElseThrow().wires()).hasSize(MOST_WIRES);
        }
    }

    @Test
    void aDeviceThatIsNoNodeIsRefusedAndStays() throws Exception {
        try (var audit = new AuditTrail();
                var pump = Pump.signedIn(site, keys)) {
            tells(pump, figures(1_000, 7, 5));
            audit.tells("127.0.0.1", "figures.no-node");
            assertThat(code()).isEqualTo("figures.not-known");
            assertThat(pump.lost).isFalse();
        }
    }

    @Test
    void countsThatCannotBeAreRefusedAndTheOnesBeforeStay() throws Exception {
        try (var audit = new AuditTrail();
                var pump = Pump.signedIn(site, keys)) {
            runs(pump, "read", "send");
            tells(pump, figures(1_000, 7, 5));
            tells(pump, figures(2_000, -1, 5));
            tells(pump, figures(2_000, 7, Long.MAX_VALUE));
            audit.tells("127.0.0.1", "figures.refused");
            awaitReceived(7);
            assertThat(shown().orElseThrow().upMillis()).isEqualTo(1_000);
            assertThat(pump.lost).isFalse();
        }
    }

    @Test
    void whatIsNoReportEndsTheConnection() throws Exception {
        try (var audit = new AuditTrail();
                var pump = Pump.signedIn(site, keys)) {
            publish(pump, Reserved.KIND_FIGURES, "{\"steps\": [{\"step\": \"../..\"}]}");
            audit.tells("127.0.0.1", "mqtt.content-refused");
            Site.await(() -> pump.lost);
        }
    }

    @Test
    void nobodySeesThemWithoutASession() {
        desk.bearer = "guessed";
        assertThat(desk.get(AT).statusCode()).isEqualTo(401);
        assertThat(desk.get(Paths.LIVE_FIGURES).statusCode()).isEqualTo(401);
    }

    private static StepAddress step(String name) {
        return new StepAddress("flow", name);
    }

    private static OfStep of(String name, long received) {
        return new OfStep(step(name), received, 0, 0, 0, 0, 0, 0);
    }

    private static NodeFigures figures(long up, long received, long carried) {
        return new NodeFigures(
                up, 1, 2, List.of(of("read", received)), List.of(new OfWire(step("read"), step("send"), carried)));
    }

    private static void runs(Pump pump, String... steps) throws Exception {
        List<StepReport> reports = Stream.of(steps)
                .map(name -> new StepReport(
                        step(name), "Ping", ServiceVersion.FIRST, StepState.RUNNING, Instant.EPOCH, Optional.empty()))
                .toList();
        var report = new NodeReport("0.1.0", 1, 1, ReleaseState.SETTLED, Optional.empty(), reports, 0);
        publish(pump, Reserved.KIND_STATE, Json.writeText(report));
    }

    private static void tells(Pump pump, NodeFigures figures) throws Exception {
        publish(pump, Reserved.KIND_FIGURES, Json.writeText(figures));
    }

    private static void publish(Pump pump, String kind, String payload) throws Exception {
        String topic = Topics.write(new FromDevice.Telemetry(pump.id, Map.of(Reserved.KIND.wireName(), kind)));
        pump.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static FiguresView view(Listener.Event event) {
        assertThat(event.name()).isEqualTo("figures");
        return Json.read(event.data(), FiguresView.class);
    }

    private void awaitReceived(long count) {
        Site.await(() -> shown().stream().flatMap(f -> f.steps().stream()).anyMatch(one -> one.received() == count));
    }

    private Optional<NodeFigures> shown() {
        var answer = desk.get(AT);
        return answer.statusCode() == 200
                ? Optional.of(Json.read(answer.body(), FiguresView.class).figures())
                : Optional.empty();
    }

    private String code() {
        return Json.read(desk.get(AT).body(), Problem.class).code();
    }
}
