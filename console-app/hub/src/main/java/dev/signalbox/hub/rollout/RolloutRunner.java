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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Moves the rollout that is open on, on a thread of its own, and takes those back that were halted. All it knows is in
/// the
/// store, so a hub that was stopped goes on where it was.
public final class RolloutRunner implements AutoCloseable {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration WHILE_OPEN = Duration.ofMillis(500);
    private static final Duration WHILE_IDLE = Duration.ofSeconds(10);
    private static final Duration THOROUGHLY = Duration.ofSeconds(10);
    /// Those that were taken back from come back soon, or when somebody has looked after them.
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Reach reach;
    private final RolloutNews news;
    private final Clock clock;
    private final Watch watch;
    private final Preparing preparing;
    private final TakingBack takingBack;
    private final Beats beats;
    private Instant looked = Instant.EPOCH;

    /// What it works on.
    ///
    /// @param here whether a node is connected
    public record Reach(RegistryStore store, Orders orders, OrderRounds rounds, Predicate<DeviceId> here) {}

    public RolloutRunner(Reach reach, RolloutNews news, Clock clock) {
        this.reach = reach;
        this.news = news;
        this.clock = clock;
        this.watch = new Watch(clock.instant(), System.nanoTime());
        this.preparing = new Preparing(reach.store(), reach.orders());
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

    /// It stands elsewhere, by an operator's word or by itself: who did not have it gets it when it is done.
    void moved(StoredRollout now) {
        if (now.state() == RolloutState.DONE) {
            var _ = reach.rounds().begin();
        }
        wake();
    }

    private Duration beat() {
        Instant watchedSince = watch.look(clock.instant(), System.nanoTime());
        List<StoredRollout> all =
                reach.store().read(records -> records.rollouts().all());
        return all.stream()
                .map(rollout -> goOn(rollout, watchedSince))
                .min(Comparator.naturalOrder())
                .orElse(WHILE_IDLE);
    }

    private Duration goOn(StoredRollout rollout, Instant watchedSince) {
        return switch (rollout.state()) {
            case PREPARING -> {
                preparing.some(rollout, clock.instant());
                tellIfMoved(rollout);
                yield AT_ONCE;
            }
            case RUNNING, PAUSED -> turn(rollout, watchedSince) ? AT_ONCE : WHILE_OPEN;
            case HALTED -> takeBack(rollout);
            case DONE -> WHILE_IDLE;
        };
    }

    private Duration takeBack(StoredRollout rollout) {
        return switch (takingBack.goOn(rollout, clock.instant())) {
            case SOME_BACK -> {
                news.told();
                yield WHILE_OPEN;
            }
            case NONE_YET -> rollout.since().plus(SOON).isAfter(clock.instant()) ? WHILE_OPEN : WHILE_IDLE;
            case ALL_BACK -> WHILE_IDLE;
        };
    }

    /// Whether something changed. It is looked for first, so that the store is not kept from others meanwhile.
    private boolean turn(StoredRollout rollout, Instant watchedSince) {
        Instant now = clock.instant();
        boolean thorough = Duration.between(looked, now).abs().compareTo(THOROUGHLY) > 0;
        var course = new Course(reach.here(), now, watchedSince, thorough);
        Turn turn = reach.store().read(records -> course.turn(records, rollout));
        looked = thorough ? now : looked;
        if (turn.isNothing()) {
            return false;
        }
        reach.orders().renewAfter(records -> made(records, turn, rollout));
        tellIfMoved(rollout);
        news.told();
        return true;
    }

    /// Makes the turn, unless an operator moved the rollout meanwhile; answers whose orders change with it.
    private static List<DeviceId> made(Records records, Turn turn, StoredRollout seen) {
        long release = seen.release();
        if (!records.rollouts().find(release).equals(Optional.of(seen))) {
            return List.of();
        }
        turn.nodes().forEach(node -> records.rollouts().set(release, node));
        turn.next().ifPresent(records.rollouts()::put);
        return turn.nodes().stream()
                .filter(node -> node.outcome() == NodeOutcome.ORDERED || node.outcome() == NodeOutcome.WAITING)
                .map(StoredRolloutNode::device)
                .toList();
    }

    private void tellIfMoved(StoredRollout before) {
        StoredRollout now = reach.store()
                .read(records -> records.rollouts().find(before.release()).orElseThrow());
        if (now.state() == before.state() && now.stage() == before.stage()) {
            return;
        }
        boolean bad = now.state() == RolloutState.HALTED || now.state() == RolloutState.PAUSED;
        news.moved(now, bad ? LogLevel.WARNING : LogLevel.RUNTIME);
        moved(now);
    }
}
