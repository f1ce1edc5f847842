// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.protocol.release.StepAddress;
import java.util.List;
import java.util.Objects;

/// What a node has counted since it started, and what it uses now. Counts are totals; rates are what two reports differ
/// by. A report names the steps and wires whose numbers are other than in the report before, and all of them in the
/// first
/// after each sign-in; what is not named is as it was. One that would be too large comes in parts of the same
/// `upMillis`.
///
/// @param upMillis how long the agent has run, by a clock that only goes forward; falls when the node is started again
/// @param heapUsed bytes of the heap in use
/// @param heapMost bytes the heap may grow to
public record NodeFigures(
        long upMillis,
        long heapUsed,
        long heapMost,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OfStep> steps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OfWire> wires) {
    public NodeFigures {
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
        wires = List.copyOf(Objects.requireNonNullElse(wires, List.of()));
    }

    /// What one step did and costs. Counts go on over its restarts.
    ///
    /// @param received messages it took from its mailbox
    /// @param sent messages it emitted or submitted
    /// @param failed messages it threw at
    /// @param waiting messages in its mailbox now
    /// @param cpuMillis time its own threads were on a processor
    /// @param allocatedBytes what its own threads have allocated on the node's heap; 0 in a process of its own
    /// @param residentBytes memory of its own process; 0 when it has none
    public record OfStep(
            StepAddress step,
            long received,
            long sent,
            long failed,
            int waiting,
            long cpuMillis,
            long allocatedBytes,
            long residentBytes) {}

    /// How many messages a wire has carried; what its condition kept back is not among them.
    public record OfWire(StepAddress from, StepAddress to, long carried) {}
}
