// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.protocol.release.Assignment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowViewModelTest {
    private final ByHand fx = new ByHand();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final FlowDesk desk = new FlowDesk(flows, new ServicesInMemory(), new LiveFigures(fx, System::nanoTime));
    private final FlowViewModel model = new FlowViewModel(flows.create("boiler", ""), desk, fx);

    @Test
    void everyKindOfEditCanBeTakenBackAndDoneAgain() {
        model.personAdds(step("ReadModbus"));
        model.personAdds(step("BoilerWatch"));
        model.personEdits(f -> FlowEdits.connect(f, "read-modbus", "boiler-watch"));
        model.personRenames("boiler-watch", "watch");
        model.personEdits(f -> FlowEdits.move(f, "watch", 320, 160));
        model.personEdits(f -> StepEdits.property(f, "watch", "limit", "82.5"));
        model.personEdits(f -> StepEdits.assignment(f, "watch", Assignment.toTag("site", "north")));
        model.personEdits(f -> StepEdits.version(f, "watch", "0.2"));
        model.personDeletesSelected();
        Flow last = model.flow().get();
        assertThat(last.steps()).extracting(Step::name).containsExactly("read-modbus");
        assertThat(last.wires()).isEmpty();
        for (int i = 0; i < 9; i++) {
            model.personUndoes();
        }
        assertThat(model.flow().get().steps()).isEmpty();
        for (int i = 0; i < 9; i++) {
            model.personRedoes();
        }
        assertThat(model.flow().get()).isEqualTo(last);
    }

    @Test
    void oneStepBackIsExactlyOneChange() {
        model.personAdds(step("BoilerWatch"));
        model.personEdits(f -> StepEdits.property(f, "boiler-watch", "limit", "82.5"));
        model.personEdits(f -> StepEdits.property(f, "boiler-watch", "limit", "82.5"));
        model.personUndoes();
        assertThat(only().properties()).isEmpty();
        model.personRedoes();
        assertThat(only().properties()).containsEntry("limit", "82.5");
    }

    @Test
    void aNewEditEndsWhatCouldBeDoneAgain() {
        model.personAdds(step("A"));
        model.personUndoes();
        model.personAdds(step("B"));
        model.personRedoes();
        assertThat(only().name()).isEqualTo("b");
    }

    @Test
    void takingBackWithNothingLeftChangesNothing() {
        model.personUndoes();
        model.personRedoes();
        assertThat(model.saving().state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void whatIsTakenBackIsSavedToo() {
        model.personAdds(step("A"));
        save();
        model.personUndoes();
        save();
        assertThat(flows.open("boiler").steps()).isEmpty();
        model.personRedoes();
        save();
        assertThat(flows.open("boiler").steps()).hasSize(1);
    }

    @Test
    void takingBackAStepThatIsSelectedSelectsNothing() {
        model.personAdds(step("A"));
        assertThat(model.selectedStep()).isPresent();
        model.personUndoes();
        assertThat(model.selectedStep()).isEmpty();
        assertThat(model.selection().get()).isEqualTo(Selection.NOTHING);
    }

    @Test
    void aSelectedWireIsDeletedAlone() {
        model.personAdds(step("A"));
        model.personAdds(step("B"));
        model.personEdits(f -> FlowEdits.connect(f, "a", "b"));
        model.personSelects(new Wire("a", "b", ""));
        model.personDeletesSelected();
        assertThat(model.flow().get().wires()).isEmpty();
        assertThat(model.flow().get().steps()).hasSize(2);
    }

    @Test
    void renamingAStepThatIsNotSelectedLeavesTheSelection() {
        model.personAdds(step("A"));
        model.personAdds(step("B"));
        model.personRenames("a", "first");
        assertThat(model.selectedStep()).map(Step::name).contains("b");
    }

    @Test
    void afterAConflictMineCanWin() {
        conflict();
        model.personAdds(step("More"));
        model.saving().personKeepsMine();
        fx.arriveAll();
        assertThat(flows.open("boiler").steps()).extracting(Step::name).containsExactly("mine", "more");
        model.personUndoes();
        save();
        assertThat(flows.open("boiler").steps()).extracting(Step::name).containsExactly("mine");
    }

    @Test
    void afterAConflictTheirsCanWinAndThereIsNothingToTakeBack() {
        conflict();
        model.saving().personTakesTheirs();
        fx.arriveAll();
        assertThat(model.flow().get().steps()).extracting(Step::name).containsExactly("theirs");
        model.personUndoes();
        assertThat(model.flow().get().steps()).extracting(Step::name).containsExactly("theirs");
    }

    private void conflict() {
        flows.put(new Flow("boiler", "", List.of(named("theirs")), List.of(), ""));
        model.personAdds(step("Mine"));
        save();
        assertThat(model.saving().state().get()).isEqualTo(SaveState.CONFLICT);
        assertThat(flows.open("boiler").steps()).extracting(Step::name).containsExactly("theirs");
    }

    private void save() {
        fx.pause();
        fx.arriveAll();
    }

    private Step only() {
        assertThat(model.flow().get().steps()).hasSize(1);
        return model.flow().get().steps().getFirst();
    }

    private static Step named(String name) {
        return new Step(name, "Theirs", Step.LATEST, Map.of(), Assignment.NONE, 0, 0);
    }

    private static Step step(String service) {
        return new Step(service, service, Step.LATEST, Map.of(), Assignment.NONE, 50, 50);
    }
}
