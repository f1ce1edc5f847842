// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.workbench.journal.DiskJournal;
import dev.signalbox.workbench.journal.JournalKey;
import dev.signalbox.workbench.journal.Unsaved;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person finds on the Flows page after the console was killed.
class FlowResumeTest {
    @TempDir
    Path folder;

    private final ByHand fx = new ByHand();
    private final FlowsInMemory flows = new FlowsInMemory();
    private DiskJournal journal;

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void theFlowThatWasNotSavedIsOpenedAndSavedAndOneUndoBringsTheHubsBack() {
        flows.create("another", "");
        Flow hubs = flows.create("boiler", "");
        drawn(described(hubs, "drawn"));
        FlowsViewModel model = start();
        FlowViewModel open = model.current().get().orElseThrow();
        assertThat(open.flow().get().description()).isEqualTo("drawn");
        assertThat(open.saving().resumed().get()).isTrue();
        assertThat(flows.open("boiler").description()).isEqualTo("drawn");
        open.personUndoes();
        assertThat(open.flow().get().description()).isEmpty();
    }

    @Test
    void aFlowThatSomeoneElseChangedWaitsForThePerson() {
        Flow hubs = flows.create("boiler", "");
        drawn(described(hubs, "drawn"));
        flows.put(described(hubs, "theirs"));
        FlowViewModel open = start().current().get().orElseThrow();
        assertThat(open.saving().state().get()).isEqualTo(SaveState.CONFLICT);
        assertThat(open.flow().get().description()).isEqualTo("drawn");
        assertThat(flows.open("boiler").description()).isEqualTo("theirs");
    }

    private static Flow described(Flow flow, String description) {
        return new Flow(flow.name(), description, flow.steps(), flow.wires(), flow.etag());
    }

    private void drawn(Flow mine) {
        journal = DiskJournal.in(folder, "hub");
        journal.entry(new JournalKey("flow", mine.name(), ""), Flow.class).keep(new Unsaved<>(mine, List.of()));
        journal.close();
    }

    private FlowsViewModel start() {
        journal = DiskJournal.in(folder, "hub");
        var figures = new LiveFigures(fx, System::nanoTime);
        var model = new FlowsViewModel(new FlowDesk(flows, new ServicesInMemory(), figures, journal), fx);
        model.look();
        fx.arriveAll();
        return model;
    }
}
