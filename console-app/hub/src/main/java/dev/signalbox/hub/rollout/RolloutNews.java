// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;

/// Tells operators what becomes of rollouts.
public record RolloutNews(ChangeFeed changes, Notices notices) {
    /// It stands elsewhere.
    void moved(StoredRollout rollout, LogLevel level) {
        notices.happened(level, sentence(rollout));
        changes.changed(ChangeFeed.RELEASES);
    }

    /// Some of its nodes fare otherwise.
    void told() {
        changes.changedSoon(ChangeFeed.RELEASES);
    }

    void failed(Problem problem) {
        notices.failed(problem);
    }

    private static String sentence(StoredRollout rollout) {
        String release = "Release " + rollout.release();
        String why = rollout.why().map(problem -> " " + problem.what()).orElse("");
        return switch (rollout.state()) {
            case PREPARING -> release + " is about to come to its nodes.";
            case RUNNING -> release + " comes to " + rollout.plan().shares().get(rollout.stage()) + " % of its nodes.";
            case PAUSED -> release + " comes to no further node for now." + why;
            case HALTED -> release + " is halted, and nodes go back to release " + rollout.base() + "." + why;
            case DONE -> release + " is for all nodes now.";
        };
    }
}
