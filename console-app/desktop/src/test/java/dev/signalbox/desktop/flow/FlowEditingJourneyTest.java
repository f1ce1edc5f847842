// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a person does with several steps at once, and with the keys of the canvas.
class FlowEditingJourneyTest {
    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();

    @Test
    void whatIsCopiedInOneFlowIsPastedInAnotherAndOneUndoTakesItBack() throws TimeoutException {
        Person person = before();
        person.clicks("#step-reader").presses(KeyCode.SHORTCUT, KeyCode.A).presses(KeyCode.SHORTCUT, KeyCode.C);
        String copied = Pictures.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("\"reader\"", "\"body.celsius > 80\"").doesNotContain("secret");
        person.clicks("#open-flow-pumps").awaits(() -> !person.sees("#step-reader"));
        person.clicks("#canvas").presses(KeyCode.SHORTCUT, KeyCode.V);
        person.awaits("#wire-reader-watch");
        person.presses(KeyCode.SHORTCUT, KeyCode.D).awaits("#wire-reader-2-watch-2");
        person.awaits(() -> flows.open("pumps").steps().size() == 4);
        person.pictures("flow-pasted");
        person.presses(KeyCode.SHORTCUT, KeyCode.Z).presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.awaits(() -> flows.open("pumps").steps().isEmpty());
    }

    @Test
    void cutStepsAreGoneAndComeBackWithTheirWire() throws TimeoutException {
        Person person = before();
        person.clicks("#step-reader").presses(KeyCode.SHORTCUT, KeyCode.A).presses(KeyCode.SHORTCUT, KeyCode.X);
        person.awaits(() -> flows.open("boiler").steps().isEmpty());
        person.presses(KeyCode.SHORTCUT, KeyCode.V).awaits("#wire-reader-watch");
    }

    @Test
    void whatIsNoFlowIsNotPastedAndThePersonHearsWhy() throws TimeoutException {
        Person person = before();
        Pictures.on(() -> {
            Clip.copy("Hello");
            return "";
        });
        person.clicks("#step-reader").presses(KeyCode.SHORTCUT, KeyCode.V);
        person.awaits(() -> person.reads("The text is no flow: it is no JSON at line 1"));
        person.pictures("flow-paste-refused");
        assertThat(flows.open("boiler").steps()).hasSize(2);
    }

    @Test
    void severalStepsAreMovedAlignedAndDeletedTogether() throws TimeoutException {
        Person person = before();
        person.clicks("#step-reader").shiftClicks("#step-watch");
        person.awaits(() -> !person.finds("#arrange", Node.class).isDisabled());
        person.presses(KeyCode.RIGHT).presses(KeyCode.DOWN);
        person.awaits(() -> step("reader").x() == 64
                && step("watch").x() == 336
                && step("watch").y() == 208);
        person.clicks("#arrange").clicks("Align top");
        person.awaits(() -> step("watch").y() == step("reader").y());
        person.pictures("flow-aligned");
        person.clicks("#step-reader").shiftClicks("#step-watch").presses(KeyCode.DELETE);
        person.awaits(() -> flows.open("boiler").steps().isEmpty());
        person.presses(KeyCode.SHORTCUT, KeyCode.Z).awaits("#wire-reader-watch");
    }

    @Test
    void aRectangleSelectsWhatItMeetsAndADragMovesAllOfIt() throws TimeoutException {
        Person person = before();
        person.drags("#canvas", 16, 16, 600, 300);
        person.awaits(() -> !person.finds("#arrange", Node.class).isDisabled());
        person.drags("#step-reader", 60, 20, 92, 52);
        person.awaits(() -> step("reader").equals(FlowEdits.placed(step("reader"), 80, 128)));
        assertThat(step("watch").x()).isEqualTo(352);
        assertThat(step("watch").y()).isEqualTo(224);
    }

    @Test
    void keysAddWalkAndRename() throws TimeoutException {
        Person person = before();
        Node row = person.finds("#palette-ReadModbus", Node.class);
        person.pressesUntil(
                row, KeyCode.ENTER, () -> flows.open("boiler").steps().size() == 3);
        person.clicks("#step-watch").presses(KeyCode.SHIFT, KeyCode.TAB);
        person.awaits(
                () -> person.finds("#step-name", TextField.class).getText().equals("reader"));
        person.presses(KeyCode.F2).types("inlet").presses(KeyCode.ENTER);
        person.awaits(() -> flows.open("boiler").step("inlet").isPresent());
        assertThat(flows.open("boiler").wires().getFirst().from()).isEqualTo("inlet");
    }

    @Test
    void aWireIsDrawnByKeysAlone() throws TimeoutException {
        Person person = before();
        person.clicks("#step-watch").presses(KeyCode.W);
        person.awaits(() -> person.reads("Wire to reader"));
        person.presses(KeyCode.DOWN).presses(KeyCode.ENTER);
        person.awaits("#wire-watch-reader");
        person.awaits(() -> flows.open("boiler").wires().contains(new Wire("watch", "reader", "")));
    }

    private Step step(String name) {
        return flows.open("boiler").step(name).orElseThrow();
    }

    private Person before() throws TimeoutException {
        services.put("BoilerWatch", "0.2", ServiceState.RELEASED, "", List.of());
        services.put("ReadModbus", "1.4", ServiceState.RELEASED, "", List.of());
        var key = Map.of("key", "secret:boiler.reader.key@1");
        flows.put(new Flow(
                "boiler",
                "",
                List.of(
                        new Step("reader", "ReadModbus", Step.LATEST, key, Assignment.NONE, 48, 96),
                        new Step("watch", "BoilerWatch", Step.LATEST, Map.of(), Assignment.NONE, 320, 192)),
                List.of(new Wire("reader", "watch", "body.celsius > 80")),
                ""));
        flows.create("pumps", "");
        Person person = Person.before(this::page);
        person.awaits("#palette-ReadModbus");
        person.awaits("#wire-reader-watch");
        return person;
    }

    private Parent page() {
        var page = new FlowsPage(
                new FlowDesk(flows, services, new LiveFigures(OnFx.toolkit(), System::nanoTime)),
                new ActionsInMemory(),
                OnFx.toolkit(),
                (place, argument) -> {});
        page.shown();
        return (Parent) page.view();
    }
}
