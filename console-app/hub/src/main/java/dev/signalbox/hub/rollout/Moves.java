// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.operator.rollout.AskedMove;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.util.Optional;

/// What an operator's word makes of a rollout.
///
/// @param now by the hub's clock
record Moves(String operator, Instant now) {
    /// Throws ProblemException `rollout.not-open` when it has ended, `rollout.preparing` when it has no stage yet,
    /// `rollout.moved-on` when it is not in the stage any more that was seen.
    StoredRollout made(AskedMove asked, StoredRollout rollout) {
        RolloutMove move = asked.move();
        if (!rollout.state().isOpen()) {
            throw new ProblemException(RolloutProblems.notOpen(rollout));
        }
        if (rollout.state() == RolloutState.PREPARING && move != RolloutMove.HALT) {
            throw new ProblemException(RolloutProblems.notYet(rollout.release()));
        }
        if (asked.stage() != rollout.stage() && move != RolloutMove.HALT) {
            throw new ProblemException(RolloutProblems.movedOn(rollout));
        }
        return switch (move) {
            case PAUSE -> at(rollout, RolloutState.PAUSED, Optional.of(RolloutProblems.pausedBy(operator)));
            case RESUME -> at(rollout, RolloutState.RUNNING, Optional.empty());
            case NEXT_STAGE -> Course.next(rollout, now);
            case HALT -> at(rollout, RolloutState.HALTED, Optional.of(RolloutProblems.haltedBy(operator)));
        };
    }

    private StoredRollout at(StoredRollout rollout, RolloutState state, Optional<Problem> why) {
        return rollout.at(state, now, why);
    }
}
