// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.Optional;

/// The threads of one step: its own, and all that its service starts, through executors and timers as well. Virtual
/// threads and those of the common pool belong to nobody.
final class StepGroup extends ThreadGroup {
    private final StepHost host;

    StepGroup(StepHost host) {
        super(host.address().toString());
        this.host = host;
    }

    /// Whose it is; empty for the node's own, and for one that has ended.
    static Optional<StepHost> owner(Thread thread) {
        for (ThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (group instanceof StepGroup one) {
                return Optional.of(one.host);
            }
        }
        return Optional.empty();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        host.uncaught(thread, thrown);
    }
}
