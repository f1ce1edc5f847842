// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.store.Records;
import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.Optional;

/// What new devices come in by. While it is closed none does, and those that are in go on. It stays as it is over a
/// restart.
public final class Gate {
    private final Changes changes;

    Gate(Changes changes) {
        this.changes = changes;
    }

    public GateView view() {
        return changes.read(records -> records.workspace().gate());
    }

    /// Opens or closes it; to have it as it is changes nothing.
    public GateView set(boolean closed, Decider by) {
        return changes.commit(change -> {
            GateView before = change.records().workspace().gate();
            if (before.closed() == closed) {
                return before;
            }
            var now = new GateView(closed, Optional.of(change.now()), by.name());
            change.records().workspace().setGate(now);
            change.news()
                    .decided(
                            closed
                                    ? "The workspace was closed to new devices by " + by
                                    : "The workspace was opened to new devices by " + by);
            return now;
        });
    }

    /// Throws ProblemException while it is closed.
    static void check(Records records) {
        if (records.workspace().gate().closed()) {
            throw new ProblemException(ProvisioningProblems.closed());
        }
    }
}
