// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.journal.Found;
import dev.signalbox.workbench.journal.Journal;
import dev.signalbox.workbench.journal.JournalEntry;
import dev.signalbox.workbench.journal.JournalKey;
import dev.signalbox.workbench.service.Services;
import java.util.Optional;

/// What the Flows page works with.
///
/// @param figures what nodes count
/// @param journal where an unsaved flow is written down
public record FlowDesk(Flows flows, Services services, LiveFigures figures, Journal journal) {
    private static final String KIND = "flow";

    /// Where nothing is written down.
    public FlowDesk(Flows flows, Services services, LiveFigures figures) {
        this(flows, services, figures, Journal.none());
    }

    /// A flow as the hub has it, and what was drawn in it and did not get there.
    record Opened(Flow flow, Found<Flow> found) {}

    Opened open(String name) {
        return new Opened(flows.open(name), page(name).found());
    }

    /// Where a flow is written down while it is unsaved.
    JournalEntry<Flow> page(String name) {
        return journal.entry(new JournalKey(KIND, name, ""), Flow.class);
    }

    /// What was drawn and not saved when the console ended.
    record Resumed(Optional<Opened> flow, Optional<Problem> trouble) {}

    /// Opens the flow that was not saved when the console ended; there is one at most, as another is only opened
    /// once it is saved. One that the hub does not know any more is put aside.
    Resumed resume() {
        Optional<String> name =
                journal.waiting(KIND).stream().map(JournalKey::name).findFirst();
        try {
            return new Resumed(name.map(this::open), Optional.empty());
        } catch (ProblemException refused) {
            boolean gone = refused.problem().code().equals("flow.not-known");
            Problem trouble = gone ? page(name.orElseThrow()).putAside() : refused.problem();
            return new Resumed(Optional.empty(), Optional.of(trouble));
        }
    }
}
