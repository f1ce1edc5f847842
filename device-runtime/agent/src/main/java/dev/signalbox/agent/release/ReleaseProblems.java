// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;

/// Why a release is refused.
public final class ReleaseProblems {
    private ReleaseProblems() {}

    public static Problem older(long ordered, long accepted) {
        return new Problem(
                "release.older",
                "The hub orders release " + ordered + ", but this node has already accepted release " + accepted + ".",
                "Release the old content again under a new number.");
    }

    static Problem digest(String what) {
        return new Problem(
                "release.digest-wrong",
                "What the hub sent for " + what + " is not what the operator signed.",
                "Look into the hub's store; then release again.");
    }

    static Problem trustOlder(long known, long sent) {
        return new Problem(
                "trust.older",
                "The hub sent trust file version " + sent + ", but this node knows version " + known + ".",
                "Restore the hub's newest trust file.");
    }

    static Problem noRoom(LockedPackage wanted) {
        return new Problem(
                "release.no-room",
                "There is no room on this node's disk for package " + wanted.coordinates() + " of " + wanted.bytes()
                        + " bytes.",
                "Free some space on it; the node goes on by itself then.");
    }

    static Problem incomplete(String step) {
        return new Problem(
                "release.incomplete", "The release names no service for step " + step + ".", "Release again.");
    }

    static Problem badCondition(ReleaseManifest.Wire wire, Problem why) {
        return new Problem(
                "release.bad-condition",
                "The condition of the wire from " + wire.from() + " to " + wire.to() + " cannot be read: " + why.what(),
                why.remedy());
    }

    static Problem notKept(long number) {
        return new Problem(
                "release.not-kept", "Release " + number + " is not whole on this node's disk.", "It is fetched again.");
    }
}
