// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.figures;

import dev.signalbox.protocol.report.NodeFigures.OfStep;
import java.util.Optional;

/// What a step has done, on one node or on several together.
///
/// @param waiting messages in its mailboxes
/// @param residentBytes memory of processes of its own
/// @param pace how it goes now; empty where that is not known
public record StepFigures(
        long received, long sent, long failed, long waiting, long residentBytes, Optional<Pace> pace) {
    static final StepFigures NONE = new StepFigures(0, 0, 0, 0, 0, Optional.empty());

    /// How a step goes.
    ///
    /// @param cpu processors it keeps busy: 0.5 is half of one
    /// @param allocated bytes a second
    public record Pace(double received, double sent, double cpu, double allocated) {
        Pace plus(Pace other) {
            return new Pace(received + other.received, sent + other.sent, cpu + other.cpu, allocated + other.allocated);
        }
    }

    /// Of one node.
    static StepFigures of(OfStep now, Optional<Pace> pace) {
        return new StepFigures(now.received(), now.sent(), now.failed(), now.waiting(), now.residentBytes(), pace);
    }

    /// Messages a second that it works on: those it receives, or those it sends if it is where messages begin.
    public Optional<Double> perSecond() {
        return pace.map(now -> received > 0 ? now.received() : now.sent());
    }

    /// Both together. A pace that is not known does not hide the other.
    StepFigures plus(StepFigures other) {
        return new StepFigures(
                received + other.received,
                sent + other.sent,
                failed + other.failed,
                waiting + other.waiting,
                residentBytes + other.residentBytes,
                Sum.of(pace, other.pace, Pace::plus));
    }
}
