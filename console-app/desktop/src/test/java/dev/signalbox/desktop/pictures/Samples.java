// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.pictures;

import dev.signalbox.desktop.desks.ProvisioningInMemory;
import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A works in the north, as its hub would tell of it.
public final class Samples {
    private static final Instant NOON = Instant.parse("2026-11-21T12:03:08.114Z");

    private Samples() {}

    public static List<LogEvent> lines(int count) {
        var lines = new ArrayList<LogEvent>();
        for (int i = 0; i < count; i++) {
            lines.add(line(i));
        }
        return lines;
    }

    private static LogEvent line(int i) {
        Instant at = NOON.plusMillis(i * 37L);
        String node = "press-04" + (17 + i % 6);
        return switch (i % 11) {
            case 4 -> new LogEvent(node, boiler(at, LogLevel.WARNING, "boiler at 83." + i % 10 + " °C, limit 82.5"));
            case 7 ->
                new LogEvent(
                        node,
                        new LogLine(
                                at,
                                "boiler/watch",
                                "BoilerWatch",
                                LogLevel.ERROR,
                                "Too hot",
                                "90121",
                                "above 82.5 °C for 30 s"));
            case 9 ->
                new LogEvent(
                        node,
                        new LogLine(
                                at,
                                "agent",
                                "agent",
                                LogLevel.RUNTIME,
                                "BoilerWatch 0.2 runs, release 42, compiled in 38 ms",
                                "",
                                ""));
            default -> new LogEvent(node, boiler(at, LogLevel.DEBUG, i + " readings since start"));
        };
    }

    private static LogLine boiler(Instant at, LogLevel level, String text) {
        return new LogLine(at, "boiler/watch", "BoilerWatch", level, text, "", "");
    }

    /// Three that ask at that desk, one of them by the id of a device that is there.
    public static List<OperationView> devicesThatAsk(ProvisioningInMemory desk) {
        desk.devices.add("press-0418");
        desk.asks("K7QM-3XTA", "press-0423", "press hall, November", Duration.ofMinutes(2));
        desk.asks("9RBD-WU4E", "press-0418", "press hall, November", Duration.ofMinutes(53));
        desk.asks("ZP2C-6HNK", "gateway-02", "gateways", Duration.ofMinutes(17));
        return desk.operations();
    }

    public static List<NodeView> nodes() {
        return List.of(
                node("gateway-01", true, Map.of("site", "north", "role", "gateway"), refused()),
                node("press-0417", true, Map.of("site", "north", "role", "press"), settled()),
                node("press-0418", true, Map.of("site", "north", "role", "press"), quarantined()),
                node("press-0422", true, Map.of("site", "south", "role", "press"), preparing()),
                node("press-0431", false, Map.of("site", "south"), settled()),
                new NodeView(
                        new DeviceId("press-0440"), false, Optional.empty(), Map.of(), 0, List.of(), Optional.empty()));
    }

    private static NodeView node(String id, boolean connected, Map<String, String> tags, NodeReport report) {
        return new NodeView(
                new DeviceId(id),
                connected,
                Optional.of(Instant.now().minusSeconds(connected ? 2 : 4000)),
                tags,
                42,
                report.steps().stream().map(StepReport::step).toList(),
                Optional.of(report));
    }

    private static NodeReport settled() {
        return report(42, ReleaseState.SETTLED, Optional.empty(), StepState.RUNNING);
    }

    private static NodeReport preparing() {
        return report(41, ReleaseState.PREPARING, Optional.empty(), StepState.RUNNING);
    }

    private static NodeReport quarantined() {
        return report(42, ReleaseState.SETTLED, Optional.empty(), StepState.QUARANTINED);
    }

    private static NodeReport refused() {
        var why = new Problem(
                "release.bundle-changed",
                "The source of BoilerWatch 0.3 is not the one that was signed.",
                "Make a new release; if this comes back, look who changes the hub's store.");
        return report(41, ReleaseState.REFUSED, Optional.of(why), StepState.RUNNING);
    }

    private static NodeReport report(long running, ReleaseState state, Optional<Problem> problem, StepState last) {
        var steps = List.of(
                step("read", "ReadModbus", StepState.RUNNING),
                step("watch", "BoilerWatch", StepState.RUNNING),
                step("send", "SendTelemetry", last));
        long waiting = last == StepState.QUARANTINED ? 1204 : 0;
        return new NodeReport("0.1.0", running, 42, state, problem, steps, waiting, apps());
    }

    private static List<AppReport> apps() {
        return List.of(app("vision", 7_200), app("label-printer", 60));
    }

    private static AppReport app(String name, long seconds) {
        return new AppReport(name, Instant.now().minusSeconds(seconds), "1.8.0");
    }

    private static StepReport step(String name, String service, StepState state) {
        Optional<Problem> why = state == StepState.QUARANTINED
                ? Optional.of(new Problem(
                        "90007",
                        "SendTelemetry died 5 times within a minute.",
                        "Read its log, mend it, release again."))
                : Optional.empty();
        return new StepReport(
                new StepAddress("boiler", name),
                service,
                new ServiceVersion(1, 2),
                state,
                Instant.now().minusSeconds(754),
                why);
    }
}
