// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.operator.rollout.AskedMove;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.operator.rollout.RolloutView.NodeFailure;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.LogLevel;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/// Rollouts as operators see and steer them. They go on by themselves: `RolloutRunner`.
public final class Rollouts {
    private final RegistryStore store;
    private final RolloutRunner runner;
    private final RolloutNews news;
    private final Clock clock;

    public Rollouts(RegistryStore store, RolloutRunner runner, RolloutNews news, Clock clock) {
        this.store = store;
        this.runner = runner;
        this.news = news;
        this.clock = clock;
    }

    /// All that ever were, newest first.
    public List<RolloutView> list() {
        return store.read(records -> records.rollouts().all().stream()
                .map(rollout -> view(records, rollout))
                .toList());
    }

    /// Throws ProblemException `rollout.not-known`.
    public RolloutView get(long release) {
        return store.read(records -> view(records, find(records, release)));
    }

    /// Throws ProblemException `rollout.not-known`, or as `Moves.made` does.
    public RolloutView move(long release, AskedMove asked, String operator) {
        var moves = new Moves(operator, clock.instant());
        StoredRollout moved = store.commit(records -> {
            StoredRollout next = moves.made(asked, find(records, release));
            records.rollouts().put(next);
            return next;
        });
        news.moved(moved, LogLevel.RUNTIME);
        runner.moved(moved);
        return get(release);
    }

    /// A release was taken that comes in stages.
    public void begun() {
        runner.wake();
    }

    private static StoredRollout find(Records records, long release) {
        return records.rollouts()
                .find(release)
                .orElseThrow(() -> new ProblemException(RolloutProblems.notKnown(release)));
    }

    private static RolloutView view(Records records, StoredRollout rollout) {
        return new RolloutView(
                rollout.release(),
                rollout.base(),
                rollout.plan(),
                rollout.state(),
                rollout.stage(),
                rollout.since(),
                rollout.why(),
                records.rollouts().tally(rollout.release()),
                failures(records, rollout));
    }

    private static List<NodeFailure> failures(Records records, StoredRollout rollout) {
        return records.rollouts().nodes(rollout.release(), NodeOutcome.FAILED).stream()
                .sorted(Comparator.comparing(StoredRolloutNode::since).reversed())
                .limit(RolloutView.FAILURES_SHOWN)
                .map(node ->
                        new NodeFailure(node.device().value(), node.problem().orElseThrow()))
                .toList();
    }
}
