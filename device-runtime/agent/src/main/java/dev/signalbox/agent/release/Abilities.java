// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.release.ReleaseManifest;

/// What this runtime can run. A release that asks for more is refused whole, whoever let it through, because half of it
/// would do something that nobody wrote.
final class Abilities {
    private Abilities() {}

    /// Throws ProblemException that names the first wire beyond them.
    static void check(CheckedRelease release) {
        release.manifest().wires().stream()
                .filter(wire -> touches(release, wire))
                .forEach(Abilities::checkCondition);
    }

    private static void checkCondition(ReleaseManifest.Wire wire) {
        try {
            var _ = QueryParser.anyCondition(wire.condition());
        } catch (ProblemException unreadable) {
            throw new ProblemException(ReleaseProblems.badCondition(wire, unreadable.problem()), unreadable);
        }
    }

    private static boolean touches(CheckedRelease release, ReleaseManifest.Wire wire) {
        return release.order().steps().contains(wire.from())
                && release.order().steps().contains(wire.to());
    }
}
