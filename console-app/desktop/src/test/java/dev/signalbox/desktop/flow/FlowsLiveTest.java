// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.operator.live.FiguresView;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
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
import dev.signalbox.workbench.live.FiguresNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A flow while it runs: states, counts and rates on the canvas and beside it.
class FlowsLiveTest {
    private static final String LONG = "a-step-with-a-name-that-somebody-wrote-" + "very-".repeat(16) + "long";

    private final AtomicLong nanos = new AtomicLong();
    private final LiveFigures figures = new LiveFigures(OnFx.toolkit(), nanos::get);
    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final ActionsInMemory actions = new ActionsInMemory();
    private FlowsPage page;

    @Test
    void statesCountsAndRatesAreOnTheCanvas() throws TimeoutException {
        Person person = before(boiler());
        hear(node("press-0417", StepState.RUNNING), node("press-0418", StepState.QUARANTINED), node("press-0422"));
        count("press-0417", 1_000, 1_204_000, 0);
        count("press-0417", 3_000, 1_208_072, 3);
        count("press-0418", 3_000, 10, 17);
        person.awaits(() -> person.words("#busy-filter-band").startsWith("2,036/s"));
        assertThat(person.words("#busy-filter-band")).isEqualTo("2,036/s · 20 waiting");
        assertThat(person.words("#fare-filter-band")).isEqualTo("3 running");
        assertThat(person.words("#fare-send-telemetry")).isEqualTo("1 of 3 quarantined");
        assertThat(person.words("#fare-new-one")).isEqualTo("not released");
        assertThat(person.words("#busy-new-one")).isEmpty();
        assertThat(person.reads("1.2 M")).isTrue();
        assertThat(person.sees("#figures-filter-band-new-one"))
                .as("it never ran")
                .isFalse();
        person.clicks("#step-send-telemetry");
        person.awaits(() -> person.words("#live-state").equals("1 quarantined, 1 restarting, 1 running"));
        assertThat(person.reads("SendTelemetry died 3 times within a minute.")).isTrue();
        assertThat(person.words("#live-received")).isEqualTo("1.2 M · 2,036/s");
        person.pictures("flow-live");
        person.clicks("#canvas");
        for (int i = 0; i < 12; i++) {
            person.presses(KeyCode.SHORTCUT, KeyCode.MINUS);
        }
        person.pictures("flow-live-small");
        assertThat(person.finds("#figures-read-modbus-filter-band", Node.class)
                        .localToScene(person.finds("#figures-read-modbus-filter-band", Node.class)
                                .getLayoutBounds())
                        .getHeight())
                .isGreaterThan(20);
    }

    @Test
    void ratesVanishWhenNobodyTellsThemAnyMoreAndTotalsStay() throws TimeoutException {
        Person person = before(boiler());
        hear(node("press-0417", StepState.RUNNING));
        count("press-0417", 1_000, 100, 0);
        count("press-0417", 3_000, 124, 0);
        person.awaits(() -> person.words("#busy-filter-band").equals("12/s"));
        nanos.addAndGet(8_000_000_000L);
        hear(new FiguresNews.Gone("nobody"));
        person.awaits(() -> person.words("#busy-filter-band").equals("124 so far"));
        person.pictures("flow-live-silent");
    }

    @Test
    void aStepIsPausedOnOneNodeAndDoesOneThingAtATime() throws TimeoutException {
        Person person = before(boiler());
        hear(node("press-0417", StepState.RUNNING), node("press-0418", StepState.RUNNING));
        count("press-0417", 1_000, 100, 12);
        person.clicks("#step-send-telemetry");
        person.awaits(() -> person.sees("#step-pause-press-0418"));
        person.clicks("#step-pause-press-0417");
        person.awaits(() -> actions.calls.contains("press-0417 PAUSE boiler/send-telemetry"));
        hear(node("press-0417", StepState.PAUSED));
        person.awaits(() -> person.words("#fare-send-telemetry").equals("1 of 2 paused"));
        person.pictures("flow-step-paused");
        person.clicks("#step-next-press-0417");
        person.awaits(() -> actions.calls.contains("press-0417 NEXT boiler/send-telemetry"));
        actions.away.add("press-0417");
        person.clicks("#step-resume-press-0417");
        person.awaits(() -> person.reads("press-0417 is not connected"));
        actions.away.clear();
        person.clicks("#step-resume-press-0417");
        person.awaits(() -> actions.calls.contains("press-0417 RESUME boiler/send-telemetry"));
        person.awaits(() -> !person.reads("press-0417 is not connected"));
        assertThat(person.sees("#step-next-press-0418")).isFalse();
    }

    @Test
    void longNamesStayInTheirCards() throws TimeoutException {
        Person person = before(new Flow(
                "boiler",
                "",
                List.of(step(LONG, "ReadModbus", 48, 96), step("filter-band", "FilterBand", 288, 96)),
                List.of(new Wire(LONG, "filter-band", "")),
                ""));
        hear(view("press-0417", List.of(report(LONG, StepState.RESTARTING))));
        tell("press-0417", new NodeFigures(1_000, 1, 2, List.of(of(LONG, 1_234_567, 9_999)), List.of(wire(LONG, 7))));
        person.awaits(() -> person.words("#fare-" + LONG).equals("1 restarting"));
        person.clicks("#step-" + LONG);
        person.awaits(() -> person.words("#live-waiting").equals("9,999"));
        person.pictures("flow-live-long-names");
        assertThat(person.finds("#step-" + LONG, Node.class).getLayoutBounds().getWidth())
                .isLessThan(200);
    }

    private static Flow boiler() {
        return new Flow(
                "boiler",
                "",
                List.of(
                        step("read-modbus", "ReadModbus", 48, 128),
                        step("filter-band", "FilterBand", 304, 128),
                        step("send-telemetry", "SendTelemetry", 672, 64),
                        step("new-one", "BoilerWatch", 672, 208)),
                List.of(
                        new Wire("read-modbus", "filter-band", ""),
                        new Wire("filter-band", "send-telemetry", "body.celsius > 40"),
                        new Wire("filter-band", "new-one", "")),
                "");
    }

    private static Step step(String name, String service, double x, double y) {
        return new Step(name, service, Step.LATEST, Map.of(), Assignment.NONE, x, y);
    }

    private static StepAddress address(String step) {
        return new StepAddress("boiler", step);
    }

    private static NodeView node(String id, StepState last) {
        return view(
                id,
                List.of(
                        report("read-modbus", StepState.RUNNING),
                        report("filter-band", StepState.RUNNING),
                        report("send-telemetry", last)));
    }

    private static NodeView node(String id) {
        return node(id, StepState.RESTARTING);
    }

    private static NodeView view(String id, List<StepReport> steps) {
        var report = new NodeReport("0.1.0", 42, 42, ReleaseState.SETTLED, Optional.empty(), steps, 0);
        return new NodeView(
                new DeviceId(id),
                true,
                Optional.of(Instant.now()),
                Map.of(),
                42,
                steps.stream().map(StepReport::step).toList(),
                Optional.of(report));
    }

    private static StepReport report(String step, StepState state) {
        return new StepReport(address(step), "Service", new ServiceVersion(1, 2), state, Instant.now(), why(state));
    }

    private static Optional<Problem> why(StepState state) {
        return switch (state) {
            case RUNNING -> Optional.empty();
            case PAUSED -> Optional.of(new Problem("step.paused", "An operator paused the step.", "Resume it."));
            default ->
                Optional.of(new Problem(
                        "90007",
                        "SendTelemetry died 3 times within a minute.",
                        "Read its log, mend it, release again."));
        };
    }

    private void count(String node, long up, long messages, int waiting) {
        var steps = Stream.of("read-modbus", "filter-band", "send-telemetry")
                .map(name -> of(name, messages, waiting))
                .toList();
        var wires = List.of(
                new OfWire(address("read-modbus"), address("filter-band"), messages),
                new OfWire(address("filter-band"), address("send-telemetry"), messages / 3));
        tell(node, new NodeFigures(up, 1, 2, steps, wires));
    }

    private static OfStep of(String name, long messages, int waiting) {
        return new OfStep(address(name), messages, messages, 2, waiting, messages / 100, messages * 500, 0);
    }

    private static OfWire wire(String from, long carried) {
        return new OfWire(address(from), address("filter-band"), carried);
    }

    private void tell(String node, NodeFigures now) {
        hear(new FiguresNews.Told(new FiguresView(new DeviceId(node), now)));
    }

    private void hear(FiguresNews news) {
        Pictures.on(() -> {
            figures.hear(List.of(news));
            return news;
        });
    }

    private void hear(NodeView... nodes) {
        Pictures.on(() -> {
            Stream.of(nodes).forEach(page.news()::hear);
            return nodes;
        });
    }

    private Person before(Flow flow) throws TimeoutException {
        Stream.of("ReadModbus", "FilterBand", "SendTelemetry", "BoilerWatch")
                .forEach(name -> services.put(name, "1.2", ServiceState.RELEASED, "", List.of()));
        flows.put(flow);
        Person person = Person.before(this::page);
        person.awaits("#palette-ReadModbus");
        return person;
    }

    private Parent page() {
        page = new FlowsPage(new FlowDesk(flows, services, figures), actions, OnFx.toolkit(), (place, argument) -> {});
        page.shown();
        return (Parent) page.view();
    }
}
