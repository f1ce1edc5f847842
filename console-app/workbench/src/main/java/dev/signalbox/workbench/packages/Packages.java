// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.trust.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds what services ask for. Thread-safe; may wait for a repository elsewhere.
public interface Packages {
    /// Where nothing can be found.
    Packages NONE = new Packages() {
        @Override
        public List<ResolvedPackage> resolve(Language language, List<String> asked) {
            if (asked.isEmpty()) {
                return List.of();
            }
            throw new ProblemException(PackageProblems.noDesk());
        }

        @Override
        public Optional<Path> file(Digest digest) {
            return Optional.empty();
        }
    };

    /// What is asked for and all that it needs, each once. Throws ProblemException that names what cannot
    /// be had.
    ///
    /// @param asked as `AskedPackage` reads it
    List<ResolvedPackage> resolve(Language language, List<String> asked);

    /// Where a package is that was resolved before.
    Optional<Path> file(Digest digest);
}
