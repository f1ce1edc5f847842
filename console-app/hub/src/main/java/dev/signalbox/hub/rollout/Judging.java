// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Learns from what nodes tell how they fare in a rollout.
///
/// @param now by the hub's clock
/// @param upSince when the hub began: what nodes told before, or could not tell, is no silence
record Judging(Records records, StoredRollout rollout, Instant now, Instant upSince) {
    /// Those that told how it went, or did not for too long.
    List<StoredRolloutNode> decided() {
        return nodes(NodeOutcome.ORDERED).flatMap(node -> judged(node).stream()).toList();
    }

    /// Those that ran it for good and do not any more, or have a step in quarantine.
    List<StoredRolloutNode> unwell() {
        return nodes(NodeOutcome.SUCCEEDED)
                .flatMap(node -> report(node)
                        .flatMap(this::trouble)
                        .map(why -> node.faring(NodeOutcome.FAILED, now, Optional.of(why)))
                        .stream())
                .toList();
    }

    private Optional<Problem> trouble(NodeReport report) {
        if (report.running() != rollout.release()) {
            return Optional.of(RolloutProblems.otherRelease(report.running()));
        }
        return report.steps().stream()
                .filter(step -> step.state() == StepState.QUARANTINED)
                .findFirst()
                .map(RolloutProblems::quarantined);
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
        return records.rollouts().nodes(rollout.release(), outcome, Integer.MAX_VALUE).stream();
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

    private Optional<StoredRolloutNode> silent(StoredRolloutNode node) {
        int patience = rollout.plan().silentSeconds();
        boolean waits = records.devices().switches(node.device()).maintenance();
        Instant since = node.since().isAfter(upSince) ? node.since() : upSince;
        return !waits && since.plus(Duration.ofSeconds(patience)).isBefore(now)
                ? Optional.of(node.faring(NodeOutcome.FAILED, now, Optional.of(RolloutProblems.silent(patience))))
                : Optional.empty();
    }
}
