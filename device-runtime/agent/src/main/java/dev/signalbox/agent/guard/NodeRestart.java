// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends the process with a code of its own, at most five times in ten minutes.
public final class NodeRestart implements Restart {
    private final Quarantine quarantine;
    private final RecentRestarts recent;
    private final NodeLog log;
    private final Supervisor supervisor;
    private final AtomicBoolean begun = new AtomicBoolean();

    /// @param folder where it is kept how often it was done
    public NodeRestart(Folder folder, Quarantine quarantine, NodeLog log, Supervisor supervisor) {
        this.quarantine = quarantine;
        this.recent = new RecentRestarts(folder, Clock.systemUTC());
        this.log = log;
        this.supervisor = supervisor;
    }

    /// The node ends anyway.
    public void ending() {
        begun.set(true);
    }

    @Override
    public void without(Collection<StepHost> offenders, Problem why) {
        if (begun.get()) {
            return;
        }
        offenders.forEach(step -> quarantine.put(step.plan(), why));
        if (!supervisor.startsAgain() || !recent.allow()) {
            log.runtime(LogLevel.ERROR, why.toString());
            offenders.forEach(step -> step.leaveBehind(why));
        } else if (!begun.getAndSet(true)) {
            log.runtime(LogLevel.ERROR, GuardProblems.restarting(why).toString());
            supervisor.restart();
        }
    }
}
