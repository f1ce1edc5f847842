// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a rollout that is on its way does next, one turn at a time: what nodes told comes first, then whether too many
/// failed, then who gets it next, then whether the stage is over. Changes nothing itself.
///
/// @param here whether a node is connected
/// @param now by the hub's clock
/// @param watchedSince since when the hub watches without a gap
/// @param thorough whether those that have the release are looked at again
record Course(Predicate<DeviceId> here, Instant now, Instant watchedSince, boolean thorough) {
    Turn turn(Records records, StoredRollout rollout) {
        List<StoredRolloutNode> told = told(records, rollout);
        if (!told.isEmpty()) {
            return Turn.of(told);
        }
        RolloutTally all = records.rollouts().tally(rollout.release());
        if (isHalted(rollout, all)) {
            return Turn.to(
                    rollout.at(RolloutState.HALTED, now, Optional.of(RolloutProblems.tooManyFailed(rollout, all))));
        }
        return rollout.state() == RolloutState.PAUSED ? Turn.NONE : goOn(records, rollout, all);
    }

    private List<StoredRolloutNode> told(Records records, StoredRollout rollout) {
        var judging = new Judging(records, rollout, now, watchedSince);
        List<StoredRolloutNode> decided = judging.decided();
        return decided.isEmpty() && thorough ? judging.unwell() : decided;
    }

    private static boolean isHalted(StoredRollout rollout, RolloutTally all) {
        return all.failed() > 0 && all.failed() * 100L >= (long) rollout.plan().haltAtPercent() * all.exposed();
    }

    private Turn goOn(Records records, StoredRollout rollout, RolloutTally all) {
        int wanted = rollout.plan().nodesIn(rollout.stage(), all.targets());
        int room = Math.min(rollout.plan().atOnce() - all.ordered(), wanted - all.exposed());
        List<StoredRolloutNode> ready = room > 0 ? ready(records, rollout, room) : List.of();
        if (!ready.isEmpty()) {
            return Turn.of(ready);
        }
        return all.ordered() == 0 ? afterAll(records, rollout, all) : Turn.NONE;
    }

    /// Those that get it next, by their places; who is not ready is passed over.
    private List<StoredRolloutNode> ready(Records records, StoredRollout rollout, int most) {
        return records.rollouts().nodes(rollout.release(), NodeOutcome.WAITING).stream()
                .filter(node -> here.test(node.device()))
                .flatMap(node -> ready(records, rollout, node).stream())
                .limit(most)
                .toList();
    }

    /// One that runs what it is to go back to, and takes releases: not in maintenance. One that is switched off would
    /// tell nothing of it.
    private Optional<StoredRolloutNode> ready(Records records, StoredRollout rollout, StoredRolloutNode node) {
        Switches switches = records.devices().switches(node.device());
        return records.devices()
                .report(node.device())
                .filter(report -> !switches.maintenance() && !switches.node() && runsWell(report, rollout.base()))
                .map(report -> node.ordered(now, Judging.quarantined(report)));
    }

    private static boolean runsWell(NodeReport report, long release) {
        return report.ordered() == release && report.running() == release && report.state() == ReleaseState.SETTLED;
    }

    /// All that have it told how it went, and nobody else is ready.
    private Turn afterAll(Records records, StoredRollout rollout, RolloutTally all) {
        int wanted = rollout.plan().nodesIn(rollout.stage(), all.targets());
        if (rollout.plan().nodesBefore(rollout.stage(), all.targets()) == wanted) {
            return Turn.to(next(rollout, now));
        }
        if (all.told() * 2 < wanted) {
            return Turn.NONE;
        }
        if (all.succeeded() < needed(rollout, all)) {
            return pause(rollout, RolloutProblems.tooFewSucceeded(rollout, all));
        }
        return rollout.plan().isLast(rollout.stage()) ? afterSoaking(records, rollout) : ifThere(records, rollout, all);
    }

    private static long needed(StoredRollout rollout, RolloutTally all) {
        return Math.ceilDiv((long) rollout.plan().goOnAtPercent() * all.told(), 100);
    }

    private Turn pause(StoredRollout rollout, Problem why) {
        return Turn.to(rollout.at(RolloutState.PAUSED, now, Optional.of(why)));
    }

    /// A release that cuts nodes off is not brought to more of them: who runs it for good must be there to count.
    private Turn ifThere(Records records, StoredRollout rollout, RolloutTally all) {
        long away = records.rollouts().nodes(rollout.release(), NodeOutcome.SUCCEEDED).stream()
                .filter(node -> !here.test(node.device()))
                .count();
        if (all.succeeded() - away >= needed(rollout, all)) {
            return afterSoaking(records, rollout);
        }
        return isQuietFor(records, rollout, rollout.plan().silentSeconds())
                ? pause(rollout, RolloutProblems.tooManyAway(away, all))
                : Turn.NONE;
    }

    /// Before more nodes get it, those that have it are looked at again.
    private Turn afterSoaking(Records records, StoredRollout rollout) {
        if (!isQuietFor(records, rollout, rollout.plan().soakSeconds())) {
            return Turn.NONE;
        }
        List<StoredRolloutNode> unwell = new Judging(records, rollout, now, watchedSince).unwell();
        return unwell.isEmpty() ? Turn.to(next(rollout, now)) : Turn.of(unwell);
    }

    /// Whether nothing happened for so long while the hub watched.
    private boolean isQuietFor(Records records, StoredRollout rollout, int seconds) {
        Instant last = records.rollouts().lastChange(rollout.release()).orElse(rollout.since());
        Instant since = Stream.of(last, rollout.since(), watchedSince)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return !since.plusSeconds(seconds).isAfter(now);
    }

    /// The next stage, or the end after the last.
    static StoredRollout next(StoredRollout rollout, Instant now) {
        return rollout.plan().isLast(rollout.stage())
                ? rollout.at(RolloutState.DONE, now, Optional.empty())
                : rollout.inStage(rollout.stage() + 1, now);
    }
}
