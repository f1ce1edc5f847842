// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.collection.DependencyTraverser;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.util.graph.selector.AndDependencySelector;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/// What one question to Maven Resolver may see and do: as Maven 3 resolves, without what this machine and its user have
/// set for Maven.
final class MavenSession extends SessionBuilderSupplier {
    /// What descriptions of packages may ask about, the same at every desk: a node, not this machine, runs the package.
    /// Nothing of the environment, for a version could carry it to the repository.
    private static final Map<String, String> NODE =
            Map.of("java.version", "25", "os.name", "linux", "os.arch", "amd64", "os.version", "6");

    /// Of checksums MD5 does not count. Only files are asked for, not what a repository says it has. The
    /// collector is the one that asks on the caller's thread: an error in a thread of the other one, `bf`,
    /// is never heard of, and the caller waits for ever.
    private static final Map<String, Object> SETTINGS = Map.of(
            "aether.dependencyCollector.impl",
            "df",
            "aether.checksums.downloadChecksumAlgorithms",
            "SHA-1,SHA-256,SHA-512",
            "aether.remoteRepositoryFilter.prefixes",
            false,
            "aether.remoteRepositoryFilter.groupId",
            false);

    private MavenSession(RepositorySystem system) {
        super(system);
    }

    /// @param cache all of it belongs to one repository, so a file that is there is there
    static CloseableSession open(RepositorySystem system, Path cache, FetchBounds bounds) {
        return new MavenSession(system)
                .get()
                .setSystemProperties(NODE)
                .setUserProperties(Map.of())
                .setConfigProperties(SETTINGS)
                .setIgnoreArtifactDescriptorRepositories(true)
                .setTransferListener(bounds)
                .withLocalRepositories(new LocalRepository(cache, "simple"))
                .build();
    }

    @Override
    protected DependencySelector getDependencySelector() {
        return AndDependencySelector.newInstance(super.getDependencySelector(), new OnlyOfRepositories());
    }

    /// A description must not put files of this machine into a release.
    private record OnlyOfRepositories() implements DependencySelector {
        @Override
        public boolean selectDependency(Dependency needed) {
            return !"system".equals(needed.getScope());
        }

        @Override
        public DependencySelector deriveChildSelector(DependencyCollectionContext below) {
            return this;
        }
    }

    @Override
    protected DependencyTraverser getDependencyTraverser() {
        return new ShortChains(super.getDependencyTraverser(), 1);
    }

    /// The collector goes down a chain of needs call by call, so its length is bounded by a sentence and not
    /// by the thread's stack.
    private record ShortChains(DependencyTraverser usual, int depth) implements DependencyTraverser {
        private static final int LONGEST = 100;

        @Override
        public boolean traverseDependency(Dependency needed) {
            if (depth > LONGEST) {
                throw new ProblemException(PackageProblems.tooMuch("a chain of more than " + LONGEST));
            }
            return usual.traverseDependency(needed);
        }

        @Override
        public DependencyTraverser deriveChildTraverser(DependencyCollectionContext below) {
            return new ShortChains(usual.deriveChildTraverser(below), depth + 1);
        }
    }

    /// As with Maven a package without a description needs nothing; one that cannot be read is refused.
    @Override
    protected ArtifactDescriptorPolicy getArtifactDescriptorPolicy() {
        return new SimpleArtifactDescriptorPolicy(true, false);
    }
}
