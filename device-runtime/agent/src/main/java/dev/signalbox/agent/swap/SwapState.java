// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a node must remember over a power cut: it is written whole before anything is swapped, so that the next start
/// runs one release or the other, never a mixture.
///
/// @param phase where it stands with the running release
/// @param running what runs; empty before the first release
/// @param predecessor where a failed trial goes back to; empty when there is nowhere to go
/// @param accepted the highest release number ever accepted; a lower one is refused
/// @param failed numbers that failed their trial here and are not tried again
public record SwapState(
        Phase phase, Optional<Order> running, Optional<Order> predecessor, long accepted, SortedSet<Long> failed) {
    /// Nothing was ever released here.
    public static final SwapState EMPTY =
            new SwapState(Phase.EMPTY, Optional.empty(), Optional.empty(), 0, new TreeSet<>());

    public SwapState {
        failed = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(failed));
    }

    /// Where a node stands. A move that is not listed in `moveTo` is a defect of ours.
    public enum Phase {
        EMPTY,
        TRIAL,
        SETTLED;

        Phase moveTo(Phase next) {
            boolean listed = switch (this) {
                case EMPTY -> next == TRIAL;
                case TRIAL, SETTLED -> next == TRIAL || next == SETTLED;
            };
            if (!listed) {
                throw new IllegalStateException("A node cannot go from " + this + " to " + next);
            }
            return next;
        }
    }

    /// A new release is about to be swapped in.
    SwapState trying(Order next, Optional<Order> fallBackTo) {
        return new SwapState(
                phase.moveTo(Phase.TRIAL), Optional.of(next), fallBackTo, Math.max(accepted, next.release()), failed);
    }

    /// The trial is over and went well.
    SwapState settled() {
        return new SwapState(phase.moveTo(Phase.SETTLED), running, Optional.empty(), accepted, failed);
    }

    /// The trial failed: the predecessor is what runs.
    SwapState fellBack() {
        var numbers = new TreeSet<>(failed);
        running.ifPresent(order -> numbers.add(order.release()));
        return new SwapState(phase.moveTo(Phase.SETTLED), predecessor, Optional.empty(), accepted, numbers);
    }
}
