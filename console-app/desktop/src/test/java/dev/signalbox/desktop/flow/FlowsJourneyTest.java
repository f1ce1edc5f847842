// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Patience;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class FlowsJourneyTest {
    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final FxRobot robot = new FxRobot();

    @Test
    void aFlowIsDrawnAssignedAndGivenValues() throws Exception {
        fill();
        Scene scene = Pictures.show(this::page, Theme.DARK);
        await(() -> robot.lookup("#open-flow-boiler-north").tryQuery().isPresent());
        await(() -> robot.lookup("#palette-ReadModbus").tryQuery().isPresent());
        click("#open-flow-boiler-north");
        robot.doubleClickOn("#palette-ReadModbus");
        await(() -> robot.lookup("#step-read-modbus").tryQuery().isPresent());
        robot.drag("#palette-BoilerWatch", MouseButton.PRIMARY)
                .moveTo("#canvas")
                .moveBy(40, 20)
                .drop();
        await(() -> robot.lookup("#step-boiler-watch").tryQuery().isPresent());
        robot.drag("#out-read-modbus", MouseButton.PRIMARY)
                .moveBy(30, 20)
                .moveTo("#in-boiler-watch")
                .drop();
        await(() -> robot.lookup("#wire-read-modbus-boiler-watch").tryQuery().isPresent());
        click("#assign-input").write("site=north").type(KeyCode.ENTER);
        click("#property-limitCelsius").eraseText(4).write("82,5");
        Pictures.saveBoth(scene, "flow");
        assertThat(robot.lookup("#complaint-limitCelsius").queryLabeled().getText())
                .isEqualTo("Not a number. Write 82.5 with a point.");
        robot.eraseText(4).write("90");
        await(() -> flows.open("boiler-north")
                .step("boiler-watch")
                .filter(step -> "90".equals(step.properties().get("limitCelsius")))
                .isPresent());
        var stored = flows.open("boiler-north");
        assertThat(stored.wires()).hasSize(1);
        assertThat(stored.step("boiler-watch").orElseThrow().assignment().tags())
                .containsEntry("site", "north");
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() {
        Scene scene = Pictures.show(this::page, Theme.DARK);
        Pictures.saveBoth(scene, "flow-empty");
        assertThat(robot.lookup("#flow-first").tryQuery()).isPresent();
    }

    /// What is to be clicked may be a moment late on a busy machine.
    private FxRobot click(String query) throws Exception {
        await(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
        robot.clickOn(query);
        return robot;
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        Patience.until(condition);
    }

    private void fill() {
        services.put(
                "BoilerWatch",
                "0.2",
                ServiceState.RELEASED,
                "",
                List.of(
                        new PropertyDefinition(
                                "limitCelsius",
                                "Limit",
                                PropertyDefinition.Type.NUMBER,
                                true,
                                "82.5",
                                PropertyDefinition.Kind.STATIC),
                        new PropertyDefinition(
                                "apiKey",
                                "Key",
                                PropertyDefinition.Type.TEXT,
                                true,
                                "",
                                PropertyDefinition.Kind.SECURITY)));
        services.put("ReadModbus", "1.4", ServiceState.RELEASED, "", List.of());
        flows.create("boiler-north", "");
        flows.create("boiler-south", "");
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
