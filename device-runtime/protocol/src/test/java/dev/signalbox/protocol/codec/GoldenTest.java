// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.action.LogQuestion;
import dev.signalbox.protocol.action.LogWish;
import dev.signalbox.protocol.action.Pong;
import dev.signalbox.protocol.action.StepCall;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.protocol.trust.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The bytes of version 0.1. They never change: devices of that version are out there.
class GoldenTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:03:08.114Z");
    private static final StepAddress STEP = new StepAddress("boiler", "watch");

    @Test
    void aLogLine() throws IOException {
        holds(
                "log-line",
                new LogLine(AT, "boiler/watch", "BoilerWatch", LogLevel.ERROR, "Too hot", "4101", "above"),
                LogLine.class);
    }

    @Test
    void aReleaseOrder() throws IOException {
        holds(
                "release-order",
                new ReleaseOrder(7, new Digest("sha256:" + "0a".repeat(32)), List.of(STEP)),
                ReleaseOrder.class);
    }

    @Test
    void aReleaseOrderWithSwitches() throws IOException {
        var switches = new Switches(true, true, new TreeSet<>(List.of("boiler")), new TreeSet<>(List.of(STEP)));
        holds(
                "release-order-switches",
                new ReleaseOrder(7, new Digest("sha256:" + "0a".repeat(32)), List.of(STEP), Optional.of(switches)),
                ReleaseOrder.class);
    }

    @Test
    void whatOperatorsAskOfNodes() throws IOException {
        holds("step-wish", new StepWish(STEP, StepDeed.RESTART), StepWish.class);
        holds(
                "step-call",
                new StepCall(STEP, "move", Json.readTree("{\"mm\":7}".getBytes(StandardCharsets.UTF_8))),
                StepCall.class);
        holds("tap-question", new TapQuestion(STEP, new StepAddress("boiler", "send"), ""), TapQuestion.class);
        holds(
                "tap-page",
                new TapPage(
                        true,
                        List.of(new TappedMessage(
                                AT,
                                "01",
                                "boiler/watch",
                                false,
                                Map.of("unit", "mm"),
                                new TappedMessage.Payload(TappedMessage.Kind.JSON, "{\"mm\":7}", 8, false))),
                        3,
                        "01.4"),
                TapPage.class);
        holds(
                "injection",
                new Injection(
                        STEP,
                        Optional.empty(),
                        Json.readTree("{\"mm\":7}".getBytes(StandardCharsets.UTF_8)),
                        Map.of("unit", "mm")),
                Injection.class);
        holds("log-wish", new LogWish(Optional.of(STEP), LogLevel.WARNING, 3600), LogWish.class);
        holds("log-question", new LogQuestion(AT, AT, ""), LogQuestion.class);
        holds("pong", new Pong(AT, 1200), Pong.class);
    }

    @Test
    void aNodeReport() throws IOException {
        var problem = new Problem("90000", "Unhandled.", "Mend it.");
        var step = new StepReport(
                STEP, "BoilerWatch", new ServiceVersion(1, 2), StepState.RESTARTING, AT, Optional.of(problem));
        holds(
                "node-report",
                new NodeReport("0.1.0", 6, 7, ReleaseState.FELL_BACK, Optional.of(problem), List.of(step), 3),
                NodeReport.class);
    }

    private static <T> void holds(String name, T value, Class<T> type) throws IOException {
        try (var stream = GoldenTest.class.getResourceAsStream("/golden/0.1/" + name + ".json")) {
            byte[] golden = Objects.requireNonNull(stream, name).readAllBytes();
            assertThat(Json.read(golden, type)).isEqualTo(value);
            assertThat(Json.writeText(value)).isEqualTo(new String(golden, StandardCharsets.UTF_8).strip());
        }
    }
}
