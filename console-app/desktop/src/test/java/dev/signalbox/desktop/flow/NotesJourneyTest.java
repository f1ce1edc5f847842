// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person writes on the canvas what whoever comes next should know.
class NotesJourneyTest {
    private static final Note WHY = new Note(
            "The meter answers 40 °C too much while the pump runs up, so filter-band drops the first minute.\n\n"
                    + "Ask the day shift before you change it.",
            48,
            208);

    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();
    private Person person;

    @BeforeEach
    void aFlowWithANoteIsOpen() throws TimeoutException {
        services.put("ReadModbus", "1.4", ServiceState.RELEASED, "", List.of());
        var reader = new Step("reader", "ReadModbus", Step.LATEST, Map.of(), Assignment.NONE, 48, 96);
        flows.put(new Flow("boiler", "", List.of(reader), List.of(), List.of(WHY), ""));
        person = Person.before(this::page);
        person.awaits("#step-reader");
        person.awaits("#note-48-208");
    }

    @AfterEach
    void noWindowStaysOpen() {
        person.leaves();
    }

    @Test
    void aNoteIsWrittenMovedDoubledAndTakenBackByKeys() throws TimeoutException {
        person.clicks("#step-reader").presses(KeyCode.N).awaits("#note-text");
        person.types("new wires went in").presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(() -> notes().getLast().text().equals("new wires went in"));
        Note written = notes().getLast();
        person.presses(KeyCode.RIGHT);
        person.awaits(() -> notes().getLast().x() == written.x() + 16);
        person.presses(KeyCode.SHORTCUT, KeyCode.D);
        person.awaits(() -> notes().size() == 3);
        person.presses(KeyCode.DELETE);
        person.awaits(() -> notes().size() == 2);
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.awaits(() -> notes().size() == 3);
        assertThat(flows.open("boiler").steps()).hasSize(1);
        person.pictures("flow-notes");
    }

    @Test
    void tabComesToANoteWhichIsWrittenAnewOrLeftAsItWas() throws TimeoutException {
        person.clicks("#step-reader")
                .presses(KeyCode.TAB)
                .presses(KeyCode.ENTER)
                .awaits("#note-text");
        person.pictures("flow-note-written");
        person.types("nw").presses(KeyCode.ESCAPE);
        person.awaits(() -> !person.sees("#note-text"));
        assertThat(notes()).containsExactly(WHY);
        person.presses(KeyCode.F2).awaits("#note-text");
        person.types("nw").clicks("#step-reader");
        person.awaits(() -> notes().equals(List.of(new Note("nw", 48, 208))));
        assertThat(person.sees("#wire-to-reader")).isFalse();
        person.presses(KeyCode.TAB).presses(KeyCode.F2).awaits("#note-text");
        person.types("more").clicks("#palette-filter").types("mod");
        person.awaits(() -> notes().equals(List.of(new Note("more", 48, 208))));
        assertThat(person.finds("#palette-filter", TextField.class).getText()).isEqualTo("mod");
    }

    @Test
    void whatSaysNothingIsNoNote() throws TimeoutException {
        person.doubleClicks("#note-48-208").awaits("#note-text");
        person.presses(KeyCode.DELETE).presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(() -> notes().isEmpty());
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.awaits(() -> notes().equals(List.of(WHY)));
    }

    @Test
    void aRectangleTakesNotesAndStepsAndADragMovesThemTogether() throws TimeoutException {
        person.drags("#canvas", 16, 16, 400, 400);
        person.drags("#note-48-208", 60, 20, 92, 52);
        person.awaits(() -> notes().equals(List.of(new Note(WHY.text(), 80, 240))));
        assertThat(flows.open("boiler").step("reader").orElseThrow().x()).isEqualTo(80);
    }

    private List<Note> notes() {
        return flows.open("boiler").notes();
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
