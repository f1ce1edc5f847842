// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceState;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person finds under the right mouse button, and with the menu key, what can be done with what is on the canvas.
class CanvasMenusJourneyTest {
    private static final Note NOTE = new Note("Ask the day shift first", 48, 304);

    private final ActionsInMemory hub = new ActionsInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final ServicesInMemory services = new ServicesInMemory();
    private FlowsPage page;
    private Person person;

    @BeforeEach
    void aFlowIsOpen() throws TimeoutException {
        Stream.of("Read", "Send").forEach(name -> services.put(name, "1.2", ServiceState.RELEASED, "", List.of()));
        var steps = List.of(step("read", "Read", 48), step("send", "Send", 400));
        flows.put(new Flow("boiler", "", steps, List.of(new Wire("read", "send", "")), List.of(NOTE), ""));
        person = Person.before(() -> {
            var desk = new FlowDesk(flows, services, new LiveFigures(OnFx.toolkit(), System::nanoTime));
            page = new FlowsPage(desk, hub, OnFx.toolkit(), (place, argument) -> {});
            page.shown();
            return (Parent) page.view();
        });
        person.awaits("#step-read");
        person.awaits("#note-48-304");
    }

    @AfterEach
    void noWindowStaysOpen() {
        person.leaves();
    }

    @Test
    void aStepIsRenamedDoubledWiredAndDeleted() throws TimeoutException {
        person.rightClicks("#step-send", 60, 20);
        assertThat(offered())
                .containsExactly("Rename F2", "Wire to… W", "Duplicate Ctrl+D", "Delete", "Inject… (not now)");
        pictures("flow-menu-step", "#step-send", 60, 20);
        person.presses(KeyCode.ESCAPE).rightClicks("#step-send", 60, 20).clicks("Rename");
        person.awaits(() -> person.finds("#step-name", TextField.class).isFocused());
        assertThat(person.finds("#step-name", TextField.class).getText()).isEqualTo("send");
        person.rightClicks("#step-send", 60, 20).clicks("Duplicate");
        person.awaits(() -> saved().step("send-2").isPresent());
        person.rightClicks("#step-send-2", 150, 60).clicks("Wire to…").clicks("Wire to read");
        person.awaits(() -> saved().wires().contains(new Wire("send-2", "read", "")));
        person.rightClicks("#step-send-2", 150, 60).clicks("Delete");
        person.awaits(() -> saved().step("send-2").isEmpty());
        assertThat(saved().steps()).hasSize(2);
    }

    @Test
    void aWireIsTappedAndInjectedIntoOnlyWhereItRuns() throws TimeoutException {
        person.rightClicks("#wire-read-send", 288, 164);
        assertThat(offered()).containsExactly("Tap… (not now)", "Inject… (not now)", "Delete");
        person.presses(KeyCode.ESCAPE);
        hear("press-0417");
        person.rightClicks("#wire-read-send", 288, 164);
        assertThat(offered()).containsExactly("Tap…", "Inject…", "Delete");
        pictures("flow-menu-wire", "#wire-read-send", 288, 164);
        person.clicks("Tap…").awaits("#tap-list");
        person.clicks("#tap-close").awaits(() -> !person.sees("#tap-list"));
        person.rightClicks("#step-send", 60, 20).clicks("Inject…").awaits("#inject-payload");
        person.fills("#inject-payload", "7").confirms("Inject");
        person.awaits(() -> hub.calls.stream().anyMatch(call -> call.startsWith("press-0417 inject boiler/send")));
        person.rightClicks("#wire-read-send", 288, 164).clicks("Delete");
        person.awaits(() -> saved().wires().isEmpty());
    }

    @Test
    void aNoteIsWrittenDoubledAndDeleted() throws TimeoutException {
        person.rightClicks("#note-48-304", 60, 12);
        assertThat(offered()).containsExactly("Write F2", "Duplicate Ctrl+D", "Delete");
        pictures("flow-menu-note", "#note-48-304", 60, 12);
        person.clicks("Write").awaits("#note-text");
        person.types("nobody").presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(() -> saved().notes().equals(List.of(new Note("nobody", 48, 304))));
        person.rightClicks("#note-48-304", 60, 12).clicks("Duplicate");
        person.awaits(() -> saved().notes().size() == 2);
        person.rightClicks("#note-48-304", 60, 4).clicks("Delete");
        person.awaits(() -> saved().notes().size() == 1);
    }

    @Test
    void onTheEmptyCanvasThingsComeWhereItWasPressed() throws TimeoutException {
        person.clicks("#step-read").rightClicks("#canvas", 320, 400);
        assertThat(offered()).containsExactly("Add a note N", "Paste Ctrl+V", "Select all Ctrl+A");
        pictures("flow-menu-canvas", "#canvas", 320, 400);
        assertThat(person.sees("#step-name")).as("nothing is selected").isFalse();
        person.clicks("Add a note").awaits("#note-text");
        person.types("here").presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(() -> saved().notes().contains(new Note("here", 320, 400)));
        person.clicks("#step-read").presses(KeyCode.SHORTCUT, KeyCode.C);
        person.rightClicks("#canvas", 504, 548).clicks("Paste");
        person.awaits(() -> saved().step("read-2").isPresent());
        Step pasted = saved().step("read-2").orElseThrow();
        assertThat(List.of(pasted.x(), pasted.y())).containsExactly(416.0, 512.0);
    }

    @Test
    void aDragWithTheRightButtonMovesTheSheetAndOpensNothing() {
        double before = drawnAt("#step-read");
        person.drags(MouseButton.SECONDARY, "#canvas", new Point2D(600, 500), new Point2D(640, 540));
        assertThat(drawnAt("#step-read")).isEqualTo(before + 40);
        assertThat(menu()).isEmpty();
    }

    @Test
    void keysOpenItForAllThatIsSelected() throws TimeoutException {
        person.clicks("#step-read").presses(KeyCode.SHORTCUT, KeyCode.A).presses(KeyCode.SHIFT, KeyCode.F10);
        assertThat(offered())
                .containsExactly(
                        "Rename F2 (not now)",
                        "Wire to… W (not now)",
                        "Duplicate Ctrl+D",
                        "Delete",
                        "Inject… (not now)");
        person.presses(KeyCode.ESCAPE).rightClicks("#step-send", 60, 20);
        assertThat(offered()).as("what was selected stays so").contains("Rename F2 (not now)");
        person.clicks("Delete");
        person.awaits(() -> saved().steps().isEmpty() && saved().notes().isEmpty());
        person.presses(KeyCode.CONTEXT_MENU);
        assertThat(offered()).startsWith("Add a note N");
    }

    /// In both themes: a menu has its colours from the window it is over, as that is when it opens.
    private void pictures(String name, String query, double x, double y) throws TimeoutException {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Pictures.on(() -> {
                theme.applyTo(page.view().getScene());
                return theme;
            });
            person.presses(KeyCode.ESCAPE).rightClicks(query, x, y).awaits(() -> menu().isPresent());
            Pictures.save(
                    menu().orElseThrow().getScene(), name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private List<String> offered() throws TimeoutException {
        person.awaits(() -> menu().isPresent());
        return menu().orElseThrow().getItems().stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .map(CanvasMenusJourneyTest::words)
                .toList();
    }

    private static String words(MenuItem item) {
        String key = Optional.ofNullable(item.getAccelerator())
                .map(keys -> " " + keys.getDisplayText())
                .orElse("");
        return item.getText() + key + (item.isDisable() ? " (not now)" : "");
    }

    private static Optional<ContextMenu> menu() {
        return Pictures.on(() -> Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .map(ContextMenu.class::cast)
                .findFirst());
    }

    private double drawnAt(String query) {
        return person.finds(query, Node.class).localToScene(0, 0).getX();
    }

    private Flow saved() {
        return flows.open("boiler");
    }

    private static Step step(String name, String service, double x) {
        return new Step(name, service, Step.LATEST, Map.of(), Assignment.NONE, x, 128);
    }

    private void hear(String name) {
        Pictures.on(() -> {
            page.news().hear(node(name));
            return name;
        });
    }

    private static NodeView node(String name) {
        List<StepReport> reports = Stream.of("read", "send")
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
