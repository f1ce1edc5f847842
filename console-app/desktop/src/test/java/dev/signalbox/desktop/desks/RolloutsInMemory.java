// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.operator.rollout.RolloutView.NodeFailure;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.rollout.Rollouts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Rollouts that stand as the test has them stand, and what was asked of them.
public final class RolloutsInMemory implements Rollouts {
    private final Map<Long, RolloutView> all = new ConcurrentHashMap<>();
    private final List<RolloutMove> moves = new CopyOnWriteArrayList<>();

    /// From now on that release stands so, in its second stage.
    public void stands(long release, RolloutState state, RolloutTally tally, Problem... why) {
        var failures = new java.util.ArrayList<NodeFailure>();
        for (int i = 0; i < tally.failed(); i++) {
            failures.add(new NodeFailure(
                    "press-%03d".formatted(i),
                    new Problem("90010", "boiler/watch died while starting: limit is missing.", "Mend it.")));
        }
        all.put(
                release,
                new RolloutView(
                        release,
                        release - 1,
                        RolloutPlan.USUAL,
                        state,
                        1,
                        Instant.EPOCH,
                        Optional.of(why).filter(some -> some.length > 0).map(some -> some[0]),
                        tally,
                        failures));
    }

    /// What the person asked, in order.
    public List<RolloutMove> moves() {
        return List.copyOf(moves);
    }

    @Override
    public List<RolloutView> list() {
        return List.copyOf(all.values());
    }

    @Override
    public RolloutView get(long release) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RolloutView move(RolloutView seen, RolloutMove move) {
        moves.add(move);
        RolloutState next = switch (move) {
            case PAUSE -> RolloutState.PAUSED;
            case RESUME, NEXT_STAGE -> RolloutState.RUNNING;
            case HALT -> RolloutState.HALTED;
        };
        stands(seen.release(), next, seen.tally());
        return seen;
    }
}
