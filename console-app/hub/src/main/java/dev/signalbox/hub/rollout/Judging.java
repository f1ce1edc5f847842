// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Learns from what nodes tell how they fare in a rollout.
///
/// @param now by the hub's clock
/// @param watchedSince since when the hub watches without a gap: what nodes could not tell before is no silence
record Judging(Records records, StoredRollout rollout, Instant now, Instant watchedSince) {
    /// Those that told how it went, or did not for too long. One that came into maintenance before waits again.
    List<StoredRolloutNode> decided() {
        return nodes(NodeOutcome.ORDERED).flatMap(node -> judged(node).stream()).toList();
    }

    /// Those that ran it for good and do not any more, or have a step in quarantine that was not there before.
    List<StoredRolloutNode> unwell() {
        return nodes(NodeOutcome.SUCCEEDED)
                .flatMap(node -> report(node)
                        .flatMap(report -> trouble(node, report))
                        .map(why -> node.faring(NodeOutcome.FAILED, now, Optional.of(why)))
                        .stream())
                .toList();
    }

    /// What a node tells while it starts, before it has read its orders, is no trouble.
    private Optional<Problem> trouble(StoredRolloutNode node, NodeReport report) {
        if (report.ordered() == 0) {
            return Optional.empty();
        }
        if (report.running() != rollout.release()) {
            return Optional.of(RolloutProblems.otherRelease(report.running()));
        }
        return report.steps().stream()
                .filter(step -> step.state() == StepState.QUARANTINED)
                .filter(step -> !node.ailing().contains(step.step()))
                .findFirst()
                .map(RolloutProblems::quarantined);
    }

    /// The steps in quarantine, by what a node told.
    static List<StepAddress> quarantined(NodeReport report) {
        return report.steps().stream()
                .filter(step -> step.state() == StepState.QUARANTINED)
                .map(StepReport::step)
                .toList();
    }

    /// Those from which the release was taken back, and that tell so. What one told before it went away does not count.
    List<StoredRolloutNode> back(Predicate<DeviceId> here) {
        return Stream.concat(nodes(NodeOutcome.ORDERED), nodes(NodeOutcome.SUCCEEDED))
                .filter(node -> here.test(node.device()))
                .filter(node -> report(node).filter(this::isOtherwise).isPresent())
                .map(node -> node.faring(NodeOutcome.BACK, now, Optional.empty()))
                .toList();
    }

    private Stream<StoredRolloutNode> nodes(NodeOutcome outcome) {
        return records.rollouts().nodes(rollout.release(), outcome).stream();
    }

    private Optional<NodeReport> report(StoredRolloutNode node) {
        return records.devices().report(node.device());
    }

    private boolean isOtherwise(NodeReport report) {
        return report.ordered() != rollout.release() && report.running() == report.ordered();
    }

    private Optional<StoredRolloutNode> judged(StoredRolloutNode node) {
        return report(node)
                .filter(report -> report.ordered() == rollout.release())
                .flatMap(report -> judged(node, report))
                .or(() -> putOff(node))
                .or(() -> silent(node));
    }

    private Optional<StoredRolloutNode> judged(StoredRolloutNode node, NodeReport report) {
        return switch (report.state()) {
            case SETTLED ->
                report.running() == rollout.release()
                        ? Optional.of(node.faring(NodeOutcome.SUCCEEDED, now, Optional.empty()))
                        : Optional.empty();
            case REFUSED, FELL_BACK -> Optional.of(node.faring(NodeOutcome.FAILED, now, Optional.of(why(report))));
            case PREPARING, TRIAL -> Optional.empty();
        };
    }

    private static Problem why(NodeReport report) {
        return report.problem()
                .orElseGet(() -> new Problem(
                        "rollout.failed",
                        report.state() == ReleaseState.REFUSED ? "It refused the release." : "It fell back.",
                        "Look at its log."));
    }

    /// In maintenance it takes no release: its turn comes again.
    private Optional<StoredRolloutNode> putOff(StoredRolloutNode node) {
        return records.devices().switches(node.device()).maintenance()
                ? Optional.of(node.faring(NodeOutcome.WAITING, now, Optional.empty()))
                : Optional.empty();
    }

    private Optional<StoredRolloutNode> silent(StoredRolloutNode node) {
        int patience = rollout.plan().silentSeconds();
        Instant since = node.since().isAfter(watchedSince) ? node.since() : watchedSince;
        return since.plusSeconds(patience).isBefore(now)
                ? Optional.of(node.faring(NodeOutcome.FAILED, now, Optional.of(RolloutProblems.silent(patience))))
                : Optional.empty();
    }
}
