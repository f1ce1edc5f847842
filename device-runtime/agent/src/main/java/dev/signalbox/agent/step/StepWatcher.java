// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.Problem;

/// Hears of a step's life. Called on the step's thread; returns at once.
public interface StepWatcher {
    /// Its state is another one now.
    void changed(StepHost step);

    /// It died of its own code; it is restarted, or quarantined after three deaths in 60 s.
    void died(StepHost step, Problem why);

    /// Whether a death takes the node back to the release before, whose step then gets the message that caused it.
    boolean deathGoesBack();
}
