// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.Pauseless;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import dev.signalbox.operator.service.PropertyDefinition.Type;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a person does with the keys and buttons of the Flows page.
class FlowsWindowTest {
    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();

    @Test
    void ctrlZTakesBackAndCtrlYDoesAgain() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-ReadModbus").doubleClicks("#palette-BoilerWatch");
        person.awaits("#step-boiler-watch");
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(person.sees("#step-boiler-watch")).isFalse();
        assertThat(person.sees("#step-read-modbus")).isTrue();
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(person.sees("#step-read-modbus")).isFalse();
        person.presses(KeyCode.SHORTCUT, KeyCode.Y);
        assertThat(person.sees("#step-read-modbus")).isTrue();
        person.presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertThat(person.sees("#step-boiler-watch")).isTrue();
        person.awaits(() -> flows.open("boiler").steps().size() == 2);
    }

    @Test
    void anEmptyCanvasSaysWhatToDo() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        assertThat(person.sees("#canvas-hint")).isTrue();
        person.pictures("flows-empty");
        person.doubleClicks("#palette-ReadModbus");
        assertThat(person.sees("#canvas-hint")).isFalse();
    }

    @Test
    void whereAStepRunsIsNotHalfTypedForAnother() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-ReadModbus").doubleClicks("#palette-BoilerWatch");
        person.awaits("#step-boiler-watch");
        person.clicks("#step-read-modbus").clicks("#assign-input").types("pres");
        person.clicks("#step-boiler-watch").clicks("#assign-input");
        person.types("press-9999").presses(KeyCode.ENTER);
        person.awaits(() -> flows.open("boiler").steps().size() == 2
                && flows.open("boiler").steps().getLast().assignment().nodes().contains("press-9999"));
        assertThat(person.words("#assign-matches")).isEqualTo("0 nodes now: none has this name or these tags.");
        person.pictures("flows-assigned-nowhere");
    }

    @Test
    void theDeleteKeyTakesTheSelectedStepAndCtrlZBringsItBack() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-ReadModbus").clicks("#step-read-modbus").presses(KeyCode.DELETE);
        assertThat(person.sees("#step-read-modbus")).isFalse();
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(person.sees("#step-read-modbus")).isTrue();
    }

    @Test
    void inAFieldCtrlZAndDeleteBelongToTheField() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-BoilerWatch");
        person.clicks("#palette-filter").types("abc").presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.presses(KeyCode.DELETE);
        assertThat(person.sees("#step-boiler-watch")).isTrue();
    }

    @Test
    void keysZoomWithinBounds() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.clicks("#canvas");
        for (int i = 0; i < 10; i++) {
            person.presses(KeyCode.SHORTCUT, KeyCode.EQUALS);
        }
        assertThat(person.words("#flow-zoom")).isEqualTo("200 %");
        person.presses(KeyCode.SHORTCUT, KeyCode.DIGIT0).presses(KeyCode.SHORTCUT, KeyCode.MINUS);
        assertThat(person.words("#flow-zoom")).isEqualTo("91 %");
        person.clicks("#fit");
        assertThat(person.words("#flow-zoom")).isEqualTo("100 %");
    }

    @Test
    void ctrlAndTheWheelZoomAtThePointer() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-ReadModbus").doubleClicks("#palette-BoilerWatch");
        person.awaits("#step-boiler-watch");
        Node canvas = person.finds("#canvas", Node.class);
        Node step = person.finds("#step-boiler-watch", Node.class);
        Point2D pointer = canvas.sceneToLocal(step.localToScene(0, 0));
        person.zooms("#canvas", pointer, 1).zooms("#canvas", pointer, 1).zooms("#canvas", pointer, 1);
        assertThat(person.words("#flow-zoom")).isEqualTo("133 %");
        assertThat(canvas.sceneToLocal(step.localToScene(0, 0)).distance(pointer))
                .isLessThan(0.01);
        person.pictures("flow-zoomed");
        person.zooms("#canvas", pointer, -1);
        assertThat(person.words("#flow-zoom")).isEqualTo("121 %");
    }

    @Test
    void ctrlSSavesAtOnce() throws TimeoutException {
        Person person = before(new Pauseless());
        person.doubleClicks("#palette-ReadModbus");
        person.awaits(() -> person.words("#flow-save-state").equals("Not saved yet"));
        person.presses(KeyCode.SHORTCUT, KeyCode.S);
        person.awaits(() -> person.words("#flow-save-state").equals("Saved"));
        assertThat(flows.open("boiler").steps()).hasSize(1);
    }

    @Test
    void inAConflictThePersonKeepsHersOrTakesTheOthers() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        someoneElseSaves("theirs");
        person.doubleClicks("#palette-ReadModbus");
        person.awaits("#flow-keep-mine");
        person.pictures("flow-conflict");
        assertThat(flows.open("boiler").description()).isEqualTo("theirs");
        person.clicks("#flow-keep-mine");
        person.awaits(() -> person.words("#flow-save-state").equals("Saved"));
        assertThat(flows.open("boiler").steps()).hasSize(1);
        someoneElseSaves("theirs again");
        person.doubleClicks("#palette-BoilerWatch").clicks("#flow-take-theirs");
        person.awaits(() -> person.words("#flow-save-state").equals("Saved"));
        assertThat(person.sees("#step-read-modbus")).isFalse();
        assertThat(person.sees("#flow-banner")).isFalse();
        assertThat(flows.open("boiler").description()).isEqualTo("theirs again");
    }

    private void someoneElseSaves(String description) {
        flows.put(new Flow("boiler", description, List.of(), List.of(), ""));
    }

    @Test
    void aSecretIsSetAndReplacedButNeverShown() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-BoilerWatch");
        person.awaits("#replace-apiKey");
        assertThat(person.words("#complaint-apiKey")).isEqualTo("A release needs a value.");
        person.pictures("flow-secret-missing");
        person.clicks("#replace-apiKey").types("first").presses(KeyCode.ENTER);
        person.awaits(() -> secret().startsWith("secret:boiler.boiler-watch.apiKey@"));
        assertThat(flows.secrets()).containsValue("first");
        assertThat(person.words("#complaint-apiKey")).isEmpty();
        String before = secret();
        person.clicks("#replace-apiKey").types("second");
        person.pictures("flow-secret-typed");
        assertThat(person.reads("second")).isFalse();
        person.presses(KeyCode.ENTER);
        person.awaits(() -> !secret().equals(before));
        assertThat(flows.secrets()).containsValue("second");
        assertThat(person.reads("second")).isFalse();
    }

    @Test
    void aSecretThatIsNotEnteredIsForgotten() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-BoilerWatch");
        person.clicks("#replace-apiKey").types("half").clicks("#assign-input");
        person.awaits("#replace-apiKey");
        person.clicks("#replace-apiKey").presses(KeyCode.ENTER);
        assertThat(flows.secrets()).isEmpty();
    }

    @Test
    void aNameTypedForOneStepIsNotGivenToTheNext() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.doubleClicks("#palette-ReadModbus").doubleClicks("#palette-BoilerWatch");
        person.clicks("#step-read-modbus").fills("#step-name", "reader").clicks("#step-boiler-watch");
        person.awaits("#step-reader");
        assertThat(person.sees("#step-boiler-watch")).isTrue();
        person.awaits(() -> names().equals(List.of("reader", "boiler-watch")));
    }

    @Test
    void aFlowIsDeletedOnlyWhenThePersonConfirms() throws TimeoutException {
        Person person = before(OnFx.toolkit());
        person.clicks("#flow-delete");
        person.awaits(() -> person.reads("Its steps go on running until the next release."));
        person.pictures("dialog-delete-flow");
        person.clicks("Cancel").clicks("#flow-delete").clicks("Delete");
        person.awaits("#flow-first");
        assertThat(flows.list()).isEmpty();
    }

    @Test
    void aWireCarriesWhatItsConditionIsTrueFor() throws TimeoutException {
        flows.put(new Flow(
                "wired",
                "",
                List.of(step("reader", "ReadModbus", 48), step("watch", "BoilerWatch", 520)),
                List.of(new Flow.Wire("reader", "watch", "")),
                ""));
        Person person = before(OnFx.toolkit());
        person.clicks("#open-flow-wired").awaits("#wire-reader-watch");
        person.clicks("#wire-reader-watch").awaits("#wire-condition");
        person.pictures("flow-wire");
        person.clicks("#wire-condition").types("body.celsius >");
        person.awaits(() -> person.words("#wire-complaint").startsWith("Column 15"));
        person.pictures("flow-wire-bad");
        person.types(" 80").presses(KeyCode.ENTER);
        assertThat(person.words("#wire-complaint")).isEmpty();
        person.awaits(() -> flows.open("wired").wires().getFirst().condition().equals("body.celsius > 80"));
        person.pictures("flow-wire-condition");
        person.clicks("#canvas").presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.awaits(() -> flows.open("wired").wires().getFirst().condition().isEmpty());
    }

    private static Step step(String name, String service, double x) {
        return new Step(name, service, Step.LATEST, Map.of(), Assignment.NONE, x, 96);
    }

    private List<String> names() {
        return flows.open("boiler").steps().stream().map(Step::name).toList();
    }

    private String secret() {
        return flows.open("boiler").steps().stream()
                .findFirst()
                .map(step -> step.properties().getOrDefault("apiKey", ""))
                .orElse("");
    }

    private Person before(OnFx fx) throws TimeoutException {
        var limit = new PropertyDefinition("limitCelsius", "Limit", Type.NUMBER, true, "82.5", Kind.STATIC);
        var key = new PropertyDefinition("apiKey", "Key", Type.TEXT, true, "", Kind.SECURITY);
        services.put("BoilerWatch", "0.2", ServiceState.RELEASED, "", List.of(limit, key));
        services.put("ReadModbus", "1.4", ServiceState.RELEASED, "", List.of());
        flows.create("boiler", "");
        Person person = Person.before(() -> page(fx));
        person.awaits("#palette-ReadModbus");
        return person;
    }

    private Parent page(OnFx fx) {
        var page = new FlowsPage(
                new FlowDesk(flows, services, new LiveFigures(fx, System::nanoTime)),
                new ActionsInMemory(),
                fx,
                (place, argument) -> {});
        page.shown();
        return (Parent) page.view();
    }
}
