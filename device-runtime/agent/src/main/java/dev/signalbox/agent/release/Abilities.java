// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;

/// What this runtime can run. A release that asks for more is refused whole, whoever let it through, because half of it
/// would do something that nobody wrote.
final class Abilities {
    private Abilities() {}

    /// Throws ProblemException that names the first step or wire beyond them.
    static void check(CheckedRelease release) {
        release.steps().stream()
                .filter(step -> isPython(release.manifest(), step))
                .findFirst()
                .ifPresent(step -> {
                    throw new ProblemException(ReleaseProblems.noPython(step.address()));
                });
        release.manifest().wires().stream()
                .filter(wire -> !wire.condition().isEmpty() && touches(release, wire))
                .findFirst()
                .ifPresent(wire -> {
                    throw new ProblemException(ReleaseProblems.noConditions(wire));
                });
    }

    private static boolean isPython(ReleaseManifest manifest, ReleaseManifest.Step step) {
        return manifest.services().stream()
                .anyMatch(service -> service.name().equals(step.service())
                        && service.version().equals(step.version())
                        && service.language() == Language.PYTHON);
    }

    private static boolean touches(CheckedRelease release, ReleaseManifest.Wire wire) {
        return release.order().steps().contains(wire.from())
                && release.order().steps().contains(wire.to());
    }
}
