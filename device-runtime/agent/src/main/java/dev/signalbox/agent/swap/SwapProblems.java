// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;

/// What goes wrong while a release is swapped in.
final class SwapProblems {
    private SwapProblems() {}

    /// What it tells, or that the runtime itself stumbled.
    static Problem of(Throwable broken) {
        return broken instanceof ProblemException told
                ? told.problem()
                : new Problem(
                        "90001",
                        "The runtime stumbled: " + broken + ".",
                        "The release that ran runs on; tell the makers what the node's log says.");
    }

    /// Why a trial failed that no step died of.
    static String endedTheNode() {
        return "the node itself ended " + SwapState.MOST_BEGINNINGS + " times in it";
    }

    static Problem givenUp(long release) {
        return new Problem(
                "release.given-up",
                "Release " + release + " failed (" + endedTheNode() + "), and there is none to go back to.",
                "Mend the service and release it under a new number.");
    }

    static Problem damaged(Path file, String whereItIs) {
        return new Problem(
                "node.state-damaged",
                "The file " + file + " cannot be read and is " + whereItIs + ".",
                "The node goes on with what the hub orders; look into its disk.");
    }

    static Problem fellBack(long failed, long back, String why) {
        return new Problem(
                "release.fell-back",
                "Release " + failed + " failed in its first minute (" + why + "), so release " + back + " runs again.",
                "Mend the service and release it under a new number.");
    }
}
