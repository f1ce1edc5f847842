// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.report.Problem;
import java.util.Collection;

/// How the node gets rid of what it cannot stop.
@FunctionalInterface
public interface Restart {
    /// Ends the node, for its supervisor to start it again with these steps in quarantine; leaves them behind, in
    /// quarantine, when nobody would start it or it was started too often of late. From any thread; does not wait.
    void without(Collection<StepHost> offenders, Problem why);
}
