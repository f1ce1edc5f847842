// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import java.util.Optional;

/// Where the node stands with what it was last asked to run.
///
/// @param ordered number of the release it was asked to run; 0 for none
record Standing(long ordered, ReleaseState state, Optional<Problem> problem) {
    static final Standing NOTHING_ORDERED = new Standing(0, ReleaseState.SETTLED, Optional.empty());

    static Standing at(long ordered, ReleaseState state) {
        return new Standing(ordered, state, Optional.empty());
    }

    /// On trial, and on its way back as soon as that can be.
    static Standing failing(long ordered, Problem why) {
        return new Standing(ordered, ReleaseState.TRIAL, Optional.of(why));
    }

    static Standing waits(long ordered, Problem why) {
        return new Standing(ordered, ReleaseState.PREPARING, Optional.of(why));
    }

    static Standing refused(long ordered, Problem why) {
        return new Standing(ordered, ReleaseState.REFUSED, Optional.of(why));
    }

    static Standing fellBack(long ordered, Problem why) {
        return new Standing(ordered, ReleaseState.FELL_BACK, Optional.of(why));
    }
}
