// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.workbench.packages.Packages;
import dev.signalbox.workbench.packages.ResolvedPackage;
import java.nio.file.Path;
import java.util.List;

/// The jars of what a service asks for, remembered for the list that was asked for last: an author is helped with one
/// service for a while. Thread-safe.
final class KnownJars {
    private final Packages packages;
    private Known last = new Known(List.of(), List.of());

    private record Known(List<String> asked, List<Path> jars) {}

    KnownJars(Packages packages) {
        this.packages = packages;
    }

    /// Throws ProblemException when they cannot be had.
    List<Path> of(List<String> asked) {
        List<Path> jars = packages.resolve(Language.JAVA, asked).stream()
                .map(ResolvedPackage::path)
                .toList();
        remember(new Known(List.copyOf(asked), jars));
        return jars;
    }

    /// Asks for them only if they are others than last time; none while they cannot be had.
    List<Path> quickly(List<String> asked) {
        Known known = remembered();
        try {
            return known.asked().equals(asked) ? known.jars() : of(asked);
        } catch (ProblemException cannotBeHad) {
            return List.of();
        }
    }

    private synchronized Known remembered() {
        return last;
    }

    private synchronized void remember(Known known) {
        last = known;
    }
}
