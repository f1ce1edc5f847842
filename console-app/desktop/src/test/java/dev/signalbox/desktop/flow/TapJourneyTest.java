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
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.action.TappedMessage.Kind;
import dev.signalbox.protocol.action.TappedMessage.Payload;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person looks at what a wire carries, and puts messages on it.
class TapJourneyTest {
    private final ActionsInMemory hub = new ActionsInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final ServicesInMemory services = new ServicesInMemory();
    private FlowsPage page;
    private Person person;

    @BeforeEach
    void aFlowIsOpen() throws Exception {
        Stream.of("ReadModbus", "SendTelemetry")
                .forEach(name -> services.put(name, "1.2", ServiceState.RELEASED, "", List.of()));
        flows.put(flow());
        person = Person.before(() -> {
            page = new FlowsPage(
                    new FlowDesk(flows, services, new LiveFigures(OnFx.toolkit(), System::nanoTime)),
                    hub,
                    OnFx.toolkit(),
                    (place, argument) -> {});
            page.shown();
            return (Parent) page.view();
        });
        person.awaits("#step-read-modbus");
    }

    @AfterEach
    void noWindowStaysOpen() {
        person.leaves();
    }

    @Test
    void aWireIsTappedAndAMessageOfItInjectedAgain() throws Exception {
        hear("press-0417", "press-0418");
        choosesTheWire();
        person.awaits(() -> !person.finds("#wire-tap", Button.class).isDisabled());
        person.pictures("flow-wire-debug");
        person.clicks("#wire-tap");
        person.awaits(() -> person.reads("Nothing has come yet"));
        person.pictures("tap-empty");
        hub.carried.add(new TapPage(false, messages(), 1_204, "t.9"));
        person.awaits(() -> person.reads("1,204 left out before this"));
        chooses(1);
        person.awaits(() -> person.words("#tap-facts").startsWith("From boiler/read-modbus"));
        assertThat(person.finds("#tap-payload", TextArea.class).getText()).contains("\"celsius\" : 82.5");
        person.pictures("tap-chosen");
        fires("#tap-copy-all");
        assertThat(Pictures.on(() -> Clipboard.getSystemClipboard().getString()).lines())
                .as("as a try takes them, the oldest first")
                .hasSize(10)
                .startsWith("{\"celsius\":74.5,\"at\":\"boiler-0\"}");
        fires("#tap-pause");
        hub.carried.add(new TapPage(false, List.of(message("1", true)), 0, "t.10"));
        person.awaits(() -> person.reads("1 new while paused"));
        fires("#tap-again");
        person.awaits("#inject-payload");
        person.fills("#inject-payload", "{\"celsius\"");
        person.awaits(() -> person.reads("This is no JSON"));
        person.fills("#inject-payload", "{\"celsius\":99}");
        person.pictures("dialog-inject");
        person.confirms("Inject");
        person.awaits(() -> person.reads("boiler/send-telemetry has the message."));
        assertThat(hub.calls)
                .contains("press-0417 inject boiler/send-telemetry from boiler/read-modbus {\"celsius\":99} {unit=C}");
        fires("#tap-close");
        person.awaits(() -> !person.sees("#tap-list"));
        long asked = hub.calls.size();
        person.clicks("#step-send-telemetry");
        person.pictures("flow-step-debug");
        assertThat(hub.calls).as("who does not look asks nothing").hasSize((int) asked);
    }

    @Test
    void whatWasInjectedLastStandsInTheFormAgain() throws Exception {
        hear("press-0417");
        person.clicks("#step-send-telemetry");
        person.awaits(() -> !person.finds("#step-inject", Button.class).isDisabled());
        person.clicks("#step-inject").fills("#inject-payload", "{\"celsius\":98}");
        person.confirms("Inject");
        person.awaits(() -> hub.calls.stream().anyMatch(call -> call.contains("{\"celsius\":98}")));
        person.clicks("#step-inject").awaits("#inject-payload");
        assertThat(Pictures.on(
                        () -> person.finds("#inject-payload", TextArea.class).getText()))
                .isEqualTo("{\"celsius\":98}");
        person.confirms("Cancel");
    }

    @Test
    void aNodeThatDoesNotAnswerIsSaidInTheWindow() throws Exception {
        hear("press-0417");
        hub.away.add("press-0417");
        choosesTheWire();
        person.awaits(() -> !person.finds("#wire-tap", Button.class).isDisabled());
        person.clicks("#wire-tap");
        person.awaits(() -> person.reads("press-0417 is not connected"));
        person.pictures("tap-away");
    }

    @Test
    void aWireThatRunsNowhereCannotBeTappedAndTheReasonIsSaid() throws Exception {
        choosesTheWire();
        person.awaits(() -> person.reads("No connected node runs this now."));
        assertThat(person.finds("#wire-tap", Button.class).isDisabled()).isTrue();
    }

    /// A dialog that was drawn for a picture hears the mouse no more.
    private void fires(String query) {
        ButtonBase button = person.finds(query, ButtonBase.class);
        OnFx.toolkit().later(button::fire);
    }

    private void chooses(int row) {
        Pictures.on(() -> {
            ListView<?> list = person.finds("#tap-list", ListView.class);
            list.getSelectionModel().select(row);
            return list;
        });
    }

    private void choosesTheWire() throws Exception {
        person.awaits("#wire-read-modbus-send-telemetry");
        person.clicks("#wire-read-modbus-send-telemetry");
    }

    private static Flow flow() {
        return new Flow(
                "boiler",
                "",
                List.of(step("read-modbus", "ReadModbus", 48), step("send-telemetry", "SendTelemetry", 400)),
                List.of(new Wire("read-modbus", "send-telemetry", "")),
                "");
    }

    private static Step step(String name, String service, double x) {
        return new Step(name, service, Step.LATEST, Map.of(), Assignment.NONE, x, 128);
    }

    private static List<TappedMessage> messages() {
        return Stream.concat(
                        IntStream.range(0, 9)
                                .mapToObj(n ->
                                        message("{\"celsius\":%d.5,\"at\":\"boiler-%d\"}".formatted(74 + n, n), false)),
                        Stream.of(message("{\"celsius\":120,\"words\":\"" + "very long ".repeat(30) + "\"}", true)))
                .toList();
    }

    private static TappedMessage message(String json, boolean injected) {
        return new TappedMessage(
                Instant.parse("2026-11-22T10:15:30.125Z"),
                "01",
                "boiler/read-modbus",
                injected,
                Map.of("unit", "C"),
                new Payload(Kind.JSON, json, json.length(), false));
    }

    private void hear(String... names) {
        Pictures.on(() -> {
            Stream.of(names).forEach(name -> page.news().hear(node(name)));
            return names;
        });
    }

    private static NodeView node(String name) {
        List<StepReport> reports = Stream.of("read-modbus", "send-telemetry")
                .map(step -> new StepReport(
                        new StepAddress("boiler", step),
                        "Service",
                        new ServiceVersion(1, 2),
                        StepState.RUNNING,
                        Instant.EPOCH,
                        Optional.empty()))
                .toList();
        return new NodeView(
                new DeviceId(name),
                true,
                Optional.empty(),
                Map.of(),
                1,
                List.of(),
                Optional.of(new NodeReport("0.1.0", 1, 1, ReleaseState.SETTLED, Optional.empty(), reports, 0)));
    }
}
