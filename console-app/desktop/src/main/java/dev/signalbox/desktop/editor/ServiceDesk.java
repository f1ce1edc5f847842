// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.journal.Found;
import dev.signalbox.workbench.journal.Journal;
import dev.signalbox.workbench.journal.JournalEntry;
import dev.signalbox.workbench.journal.JournalKey;
import dev.signalbox.workbench.service.Services;
import java.util.ArrayList;
import java.util.List;

/// What the Services page works with. Calls that ask the hub or the disk wait for them.
record ServiceDesk(Services services, Flows flows, Journal journal) {
    private static final String KIND = "service";

    /// A version as the hub has it, and what was typed in it and did not get there.
    record Opened(ServiceDraft draft, Found<ServiceDraft> found) {}

    /// What was typed before this console was started.
    record Resumed(List<Opened> services, List<Problem> troubles) {}

    Opened open(String name, ServiceVersion version) {
        return new Opened(services.open(name, version), page(name, version).found());
    }

    /// Where a version's unsaved text is written down.
    JournalEntry<ServiceDraft> page(String name, ServiceVersion version) {
        return journal.entry(new JournalKey(KIND, name, version.toString()), ServiceDraft.class);
    }

    /// Opens all that was not saved when the console ended. What the hub does not know any more is put aside.
    Resumed resume() {
        var resumed = new Resumed(new ArrayList<>(), new ArrayList<>());
        for (JournalKey key : journal.waiting(KIND)) {
            var version = ServiceVersion.parse(key.version());
            try {
                resumed.services().add(open(key.name(), version));
            } catch (ProblemException refused) {
                boolean gone = refused.problem().code().equals("service.not-known");
                resumed.troubles().add(gone ? page(key.name(), version).putAside() : refused.problem());
            }
        }
        return resumed;
    }
}
