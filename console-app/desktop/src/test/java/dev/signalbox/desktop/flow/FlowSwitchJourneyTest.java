// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A person disables a flow and enables it again.
class FlowSwitchJourneyTest {
    private final FlowsInMemory flows = new FlowsInMemory();
    private final Person person = Person.before(() -> {
        flows.create("boiler", "");
        flows.create("pulse", "");
        var fx = OnFx.toolkit();
        var desk = new FlowDesk(flows, new ServicesInMemory(), new LiveFigures(fx, System::nanoTime));
        var page = new FlowsPage(desk, new ActionsInMemory(), fx, (place, argument) -> {});
        page.shown();
        return (Parent) page.view();
    });

    @AfterEach
    void noDialogStaysOpen() {
        person.leaves();
    }

    @Test
    void aFlowIsDisabledOnlyOnceThatIsConfirmed() throws Exception {
        person.awaits("#open-flow-boiler");
        person.clicks("#flow-enable").clicks("Cancel");
        assertThat(flows.disabled()).isEmpty();
        person.clicks("#flow-enable");
        person.awaits(() -> person.reads("Disable flow boiler?"));
        person.clicks("Disable");
        person.awaits(() -> person.reads("disabled"));
        assertThat(flows.disabled()).containsExactly("boiler");
        person.pictures("flows-disabled");
        person.clicks("#flow-enable");
        person.awaits(() -> flows.disabled().isEmpty());
        person.awaits(() -> !person.reads("disabled"));
    }
}
