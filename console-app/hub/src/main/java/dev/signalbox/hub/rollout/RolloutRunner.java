// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.beat.Beats;
import dev.signalbox.hub.release.OrderRounds;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Moves the newest rollout on, on a thread of its own, or takes it back when it was halted. All it knows is in the
/// store, so a hub that was stopped goes on where it was.
public final class RolloutRunner implements AutoCloseable {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration WHILE_OPEN = Duration.ofMillis(500);
    private static final Duration WHILE_IDLE = Duration.ofSeconds(10);

    private final Reach reach;
    private final RolloutNews news;
    private final Clock clock;
    private final Instant upSince;
    private final Preparing preparing;
    private final TakingBack takingBack;
    private final Beats beats;

    /// What it works on.
    ///
    /// @param here whether a node is connected
    public record Reach(RegistryStore store, Orders orders, OrderRounds rounds, Predicate<DeviceId> here) {}

    public RolloutRunner(Reach reach, RolloutNews news, Clock clock) {
        this.reach = reach;
        this.news = news;
        this.clock = clock;
        this.upSince = clock.instant();
        this.preparing = new Preparing(reach.store());
        this.takingBack = new TakingBack(reach.store(), reach.orders(), reach.here());
        this.beats = new Beats("rollouts", this::beat, news::failed);
    }

    /// There may be something to do.
    public void wake() {
        beats.poke();
    }

    @Override
    public void close() {
        beats.close();
    }

    private Duration beat() {
        return newest().map(this::goOn).orElse(WHILE_IDLE);
    }

    private Optional<StoredRollout> newest() {
        return reach.store().read(records -> records.rollouts().all().stream().findFirst());
    }

    private Duration goOn(StoredRollout rollout) {
        return switch (rollout.state()) {
            case PREPARING -> {
                preparing.some(rollout, clock.instant());
                tellIfMoved(rollout);
                yield AT_ONCE;
            }
            case RUNNING, PAUSED -> turn(rollout) ? AT_ONCE : WHILE_OPEN;
            case HALTED -> takeBack(rollout);
            case DONE -> WHILE_IDLE;
        };
    }

    private Duration takeBack(StoredRollout rollout) {
        boolean more = takingBack.goOn(rollout, clock.instant());
        if (more) {
            news.told();
        }
        return more ? WHILE_OPEN : WHILE_IDLE;
    }

    /// Whether something changed. It is looked for first, so that nothing is written while nothing happens.
    private boolean turn(StoredRollout rollout) {
        var course = new Course(reach.here(), clock.instant(), upSince);
        if (reach.store().read(records -> course.turn(records, rollout)).isNothing()) {
            return false;
        }
        reach.orders().renewAfter(records -> made(records, course, rollout.release()));
        tellIfMoved(rollout);
        news.told();
        return true;
    }

    /// Makes the turn, and answers whose orders change with it.
    private static List<DeviceId> made(Records records, Course course, long release) {
        StoredRollout now = records.rollouts().find(release).orElseThrow();
        boolean goesOn = now.state() == RolloutState.RUNNING || now.state() == RolloutState.PAUSED;
        Turn turn = goesOn ? course.turn(records, now) : Turn.NONE;
        turn.nodes().forEach(node -> records.rollouts().set(release, node));
        turn.next().ifPresent(records.rollouts()::put);
        return turn.nodes().stream()
                .filter(node -> node.outcome() == NodeOutcome.ORDERED)
                .map(StoredRolloutNode::device)
                .toList();
    }

    private void tellIfMoved(StoredRollout before) {
        StoredRollout now = newest().orElseThrow();
        if (now.state() == before.state() && now.stage() == before.stage()) {
            return;
        }
        boolean bad = now.state() == RolloutState.HALTED || now.state() == RolloutState.PAUSED;
        news.moved(now, bad ? LogLevel.WARNING : LogLevel.RUNTIME);
        if (now.state() == RolloutState.DONE) {
            var _ = reach.rounds().begin();
        }
    }
}
