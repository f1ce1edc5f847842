// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a node must remember over a power cut: it is written whole before anything is swapped, so that the next start
/// runs one release or the other, never a mixture.
///
/// @param phase where it stands with the running release
/// @param running what runs; empty before the first release
/// @param predecessor where a failed trial goes back to; empty when there is nowhere to go
/// @param accepted the highest release number ever accepted; a lower one is refused
/// @param failed orders of release `accepted` that failed their trial here and are not tried again; older ones are
/// refused anyway
/// @param begun how often the node has begun with the release on trial; empty out of a trial, and from
/// older nodes
/// @param wayBack where the hub may take release `accepted` back to: what ran before it, if it came in stages and
/// names that as its predecessor
public record SwapState(
        Phase phase,
        Optional<Order> running,
        Optional<Order> predecessor,
        long accepted,
        List<Failure> failed,
        Optional<Integer> begun,
        Optional<Order> wayBack) {
    /// So often a node begins with a release on trial that ends the node itself.
    public static final int MOST_BEGINNINGS = 5;

    /// Nothing was ever released here.
    public static final SwapState EMPTY = forgotten(0);

    public SwapState {
        Objects.requireNonNull(phase);
        failed = List.copyOf(failed);
    }

    /// What was released here is not known any more, but for the highest number.
    static SwapState forgotten(long accepted) {
        return new SwapState(
                Phase.EMPTY,
                Optional.empty(),
                Optional.empty(),
                accepted,
                List.of(),
                Optional.empty(),
                Optional.empty());
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

    /// A new release is about to be swapped in, or other steps of the same one. Goes back only to the predecessor it
    /// names; other steps of a release that is itself on trial go back to where that release would.
    ///
    /// @param manifest of the next one
    SwapState trying(Order next, ReleaseManifest manifest) {
        long named = manifest.predecessor();
        Optional<Order> back = phase == Phase.TRIAL && runs(next.release())
                ? predecessor
                : running.filter(now -> now.release() == named || now.release() == next.release());
        boolean newer = next.release() > accepted;
        List<Failure> still = newer ? List.of() : failed;
        Optional<Order> takenBack = running.filter(now -> manifest.isStaged()).filter(now -> now.release() == named);
        return new SwapState(
                phase.moveTo(Phase.TRIAL),
                Optional.of(next),
                back,
                Math.max(accepted, next.release()),
                still,
                Optional.of(1),
                newer ? takenBack : wayBack);
    }

    /// The node has started in the midst of a trial, and begins with it again.
    SwapState beginningAgain() {
        return new SwapState(
                phase.moveTo(Phase.TRIAL),
                running,
                predecessor,
                accepted,
                failed,
                Optional.of(begun.orElse(1) + 1),
                wayBack);
    }

    /// Whether the node has ended so often in this trial that it is not to begin with it again.
    boolean isBegunTooOften() {
        return phase == Phase.TRIAL && begun.orElse(1) >= MOST_BEGINNINGS;
    }

    /// The trial is over and went well.
    SwapState settled() {
        return new SwapState(
                phase.moveTo(Phase.SETTLED), running, Optional.empty(), accepted, failed, Optional.empty(), wayBack);
    }

    /// The predecessor is not whole any more: what fails stays, as after a trial.
    SwapState withoutWayBack() {
        return new SwapState(phase, running, Optional.empty(), accepted, failed, begun, wayBack);
    }

    /// The trial failed: the predecessor is what runs.
    SwapState fellBack(Problem why) {
        var failures = new ArrayList<>(failed);
        running.ifPresent(order -> failures.add(new Failure(order, why)));
        return new SwapState(
                phase.moveTo(Phase.SETTLED),
                predecessor,
                Optional.empty(),
                accepted,
                failures,
                Optional.empty(),
                wayBack);
    }

    /// Whether this may be run here. Numbers only grow, but for what runs, whose steps may change, and for the one way
    /// back: never further than to the release that ran before the newest.
    boolean mayRun(Order order) {
        return order.release() >= accepted || isOf(running, order) || isOf(wayBack, order);
    }

    private static boolean isOf(Optional<Order> known, Order order) {
        return known.filter(
                        one -> one.release() == order.release() && one.digest().equals(order.digest()))
                .isPresent();
    }

    /// What must stay on the disk once a trial went well.
    List<Order> needed() {
        return Stream.concat(running.stream(), wayBack.stream()).toList();
    }

    /// What failed here may be tried again.
    SwapState forgiving() {
        return new SwapState(phase, running, predecessor, accepted, List.of(), begun, wayBack);
    }

    /// Why this order failed here, if it did.
    Optional<Problem> failure(Order order) {
        return failed.stream()
                .filter(one -> one.order().equals(order))
                .map(Failure::why)
                .findFirst();
    }

    boolean onTrial() {
        return phase == Phase.TRIAL;
    }

    private boolean runs(long release) {
        return running.filter(now -> now.release() == release).isPresent();
    }
}
