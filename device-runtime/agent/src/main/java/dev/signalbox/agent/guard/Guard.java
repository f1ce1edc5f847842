// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.storage.Folder;
import java.util.Collection;
import java.util.function.Supplier;

/// What keeps the node up whatever its steps do, in one: who looks after them, who may not run, and the last resort.
///
/// @param supervision looks already
public record Guard(Quarantine quarantine, NodeRestart restart, Supervision supervision) implements AutoCloseable {
    /// Begins to look after the steps.
    ///
    /// @param folder where quarantine and restarts are kept
    /// @param steps those that run, asked at each look
    public static Guard over(Supplier<Collection<StepHost>> steps, Folder folder, NodeLog log, Supervisor supervisor) {
        var quarantine = Quarantine.in(folder);
        var restart = new NodeRestart(folder, quarantine, log, supervisor);
        return new Guard(quarantine, restart, Supervision.of(steps, quarantine, log, restart));
    }

    /// Looks no more.
    @Override
    public void close() {
        supervision.close();
    }
}
