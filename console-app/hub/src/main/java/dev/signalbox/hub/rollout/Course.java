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
import dev.signalbox.protocol.report.ReleaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a rollout that is on its way does next, one turn at a time: what nodes told comes first, then whether too many
/// failed, then who gets it next, then whether the stage is over. Changes nothing itself.
///
/// @param here whether a node is connected
/// @param now by the hub's clock
/// @param upSince when the hub began
record Course(Predicate<DeviceId> here, Instant now, Instant upSince) {
    Turn turn(Records records, StoredRollout rollout) {
        List<StoredRolloutNode> decided = new Judging(records, rollout, now, upSince).decided();
        if (!decided.isEmpty()) {
            return Turn.of(decided);
        }
        RolloutTally all = records.rollouts().tally(rollout.release());
        if (isHalted(rollout, all)) {
            return Turn.to(
                    rollout.at(RolloutState.HALTED, now, Optional.of(RolloutProblems.tooManyFailed(rollout, all))));
        }
        return rollout.state() == RolloutState.PAUSED ? Turn.NONE : goOn(records, rollout, all);
    }

    private static boolean isHalted(StoredRollout rollout, RolloutTally all) {
        return all.failed() > 0 && all.failed() * 100L >= (long) rollout.plan().haltAtPercent() * all.exposed();
    }

    private Turn goOn(Records records, StoredRollout rollout, RolloutTally all) {
        int places = rollout.plan().nodesIn(rollout.stage(), all.targets());
        List<StoredRolloutNode> waiting =
                records.rollouts().nodes(rollout.release(), NodeOutcome.WAITING, places).stream()
                        .filter(node -> isReady(records, rollout, node.device()))
                        .toList();
        if (!waiting.isEmpty()) {
            return Turn.of(waiting.stream()
                    .limit(Math.max(0, rollout.plan().atOnce() - all.ordered()))
                    .map(node -> node.faring(NodeOutcome.ORDERED, now, Optional.empty()))
                    .toList());
        }
        return all.ordered() == 0 ? afterAll(records, rollout, all) : Turn.NONE;
    }

    /// One that is there, runs what it is to go back to, and takes releases: not in maintenance. One that is switched
    /// off
    /// would tell nothing of it.
    private boolean isReady(Records records, StoredRollout rollout, DeviceId device) {
        Switches switches = records.devices().switches(device);
        return here.test(device)
                && !switches.maintenance()
                && !switches.node()
                && records.devices()
                        .report(device)
                        .filter(report -> runsWell(report, rollout.base()))
                        .isPresent();
    }

    private static boolean runsWell(NodeReport report, long release) {
        return report.ordered() == release && report.running() == release && report.state() == ReleaseState.SETTLED;
    }

    /// All of the stage that are there have told how it went.
    private Turn afterAll(Records records, StoredRollout rollout, RolloutTally all) {
        int before = rollout.plan().nodesBefore(rollout.stage(), all.targets());
        int places = rollout.plan().nodesIn(rollout.stage(), all.targets());
        if (before == places) {
            return Turn.to(next(rollout, now));
        }
        RolloutTally stage = records.rollouts()
                .tally(rollout.release(), places)
                .without(records.rollouts().tally(rollout.release(), before));
        if (stage.told() * 2 < stage.targets()) {
            return Turn.NONE;
        }
        if (stage.succeeded() * 100L < (long) rollout.plan().goOnAtPercent() * stage.told()) {
            return Turn.to(
                    rollout.at(RolloutState.PAUSED, now, Optional.of(RolloutProblems.tooFewSucceeded(rollout, stage))));
        }
        return isSoaked(records, rollout) ? afterSoaking(records, rollout) : Turn.NONE;
    }

    private boolean isSoaked(Records records, StoredRollout rollout) {
        Instant last = records.rollouts().lastChange(rollout.release()).orElse(rollout.since());
        Instant since = last.isAfter(rollout.since()) ? last : rollout.since();
        return !since.plus(Duration.ofSeconds(rollout.plan().soakSeconds())).isAfter(now);
    }

    /// Before more nodes get it, those that have it are looked at again.
    private Turn afterSoaking(Records records, StoredRollout rollout) {
        List<StoredRolloutNode> unwell = new Judging(records, rollout, now, upSince).unwell();
        return unwell.isEmpty() ? Turn.to(next(rollout, now)) : Turn.of(unwell);
    }

    /// The next stage, or the end after the last.
    static StoredRollout next(StoredRollout rollout, Instant now) {
        return rollout.plan().isLast(rollout.stage())
                ? rollout.at(RolloutState.DONE, now, Optional.empty())
                : rollout.inStage(rollout.stage() + 1, now);
    }
}
