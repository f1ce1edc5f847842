// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// Hears of a step's life. Called on the step's thread; returns at once.
public interface StepWatcher {
    /// Its state is another one now.
    void changed(StepHost step);

    /// A run of it has started.
    default void begun(StepHost step) {}

    /// It died of its own code; it is restarted, or quarantined after three deaths in 60 s.
    void died(StepHost step, Problem why);

    /// Whether a death takes the node back to the release before, whose step then gets the message that caused it.
    boolean deathGoesBack();

    /// Why a step with that plan may not run, if so: it was quarantined before the node was started again.
    default Optional<Problem> barred(StepPlan plan) {
        return Optional.empty();
    }

    /// An operator has it run again: nothing bars it any more.
    default void pardoned(StepPlan plan) {}

    /// It found no memory. Whether that is its own fault; if not, its death does not count.
    default boolean isToBlame(StepHost step) {
        return true;
    }

    /// Its code runs on 2 s after it was stopped. On any thread.
    default void unstoppable(StepHost step, Problem why) {}
}
