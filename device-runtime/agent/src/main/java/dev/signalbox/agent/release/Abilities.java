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
    static void check(Order order, ReleaseManifest manifest) {
        manifest.wires().stream().filter(wire -> touches(order, wire)).forEach(Abilities::checkCondition);
    }

    private static void checkCondition(ReleaseManifest.Wire wire) {
        try {
            var _ = QueryParser.anyCondition(wire.condition());
        } catch (ProblemException unreadable) {
            throw new ProblemException(ReleaseProblems.badCondition(wire, unreadable.problem()), unreadable);
        }
    }

    private static boolean touches(Order order, ReleaseManifest.Wire wire) {
        return order.steps().contains(wire.from()) && order.steps().contains(wire.to());
    }
}
