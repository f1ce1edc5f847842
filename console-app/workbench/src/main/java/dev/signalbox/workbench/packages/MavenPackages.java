// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.nio.file.Path;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.DependencyRequest;

/// Java's packages, from one repository laid out as Maven's: those that are asked for and what they need at run time,
/// as Maven resolves it. What came once is kept, and found again without the repository.
final class MavenPackages implements AutoCloseable {
    private static final int SHORT = 12;

    private final OkHttpClient http = MavenClient.open(FetchBounds.LONGEST);
    private final RepositorySystem system = new MavenSystem(http).get();
    private final String from;
    private final Path cache;
    private final int mostFiles;

    /// @param from address of a repository, or a folder
    /// @param cache a folder of its own for what came
    MavenPackages(String from, Path cache) {
        this(from, cache, FetchBounds.MOST_FILES);
    }

    /// @param mostFiles so many may one question fetch
    MavenPackages(String from, Path cache, int mostFiles) {
        this.from = from;
        this.mostFiles = mostFiles;
        this.cache = cache.resolve("from-" + Digests.of(from).hex().substring(0, SHORT));
    }

    /// Throws ProblemException for what cannot be had, in time and within bounds.
    List<ResolvedPackage> resolve(List<AskedPackage> asked) {
        var bounds = new FetchBounds(mostFiles);
        RemoteRepository repository = repository();
        try (var session = MavenSession.open(system, cache, bounds)) {
            return resolve(session, request(asked, repository), asked);
        } catch (RepositoryException cannotBeHad) {
            throw new ProblemException(
                    bounds.exceeded().orElseGet(() -> new MavenRefusal(from, asked).of(cannotBeHad)), cannotBeHad);
        }
    }

    private List<ResolvedPackage> resolve(
            RepositorySystemSession session, CollectRequest request, List<AskedPackage> asked)
            throws RepositoryException {
        DependencyNode root = system.collectDependencies(session, request).getRoot();
        check(PackageTree.of(root), asked);
        system.resolveDependencies(session, new DependencyRequest(root, (node, parents) -> PackageTree.isJar(node)));
        return PackageTree.of(root).locked();
    }

    private static void check(PackageTree tree, List<AskedPackage> asked) {
        if (tree.size() > ReleaseManifest.Service.MOST_PACKAGES) {
            throw new ProblemException(
                    PackageProblems.tooMuch("more than " + ReleaseManifest.Service.MOST_PACKAGES + " packages"));
        }
        for (AskedPackage one : asked) {
            if (!tree.has(one.text())) {
                throw new ProblemException(PackageProblems.replaced(
                        one.text(), tree.insteadOf(one.text()).orElse("another one")));
            }
        }
    }

    private static CollectRequest request(List<AskedPackage> asked, RemoteRepository repository) {
        List<Dependency> direct = asked.stream()
                .map(one -> new Dependency(artifact(one), "runtime"))
                .toList();
        return new CollectRequest(direct, List.of(), List.of(repository));
    }

    private static DefaultArtifact artifact(AskedPackage asked) {
        String[] name = asked.name().split(":", -1);
        return new DefaultArtifact(name[0], name[1], name.length > 2 ? name[2] : "", "jar", asked.version());
    }

    /// Versions are exact, so what came is not asked for again; a snapshot is none.
    private RemoteRepository repository() {
        var releases =
                new RepositoryPolicy(true, RepositoryPolicy.UPDATE_POLICY_NEVER, RepositoryPolicy.CHECKSUM_POLICY_FAIL);
        var snapshots = new RepositoryPolicy(
                false, RepositoryPolicy.UPDATE_POLICY_NEVER, RepositoryPolicy.CHECKSUM_POLICY_FAIL);
        return new RemoteRepository.Builder("packages", "default", address())
                .setReleasePolicy(releases)
                .setSnapshotPolicy(snapshots)
                .build();
    }

    private String address() {
        HttpUrl elsewhere = HttpUrl.parse(from);
        if (elsewhere == null) {
            return Path.of(from).toUri().toString();
        }
        if (!MavenClient.mayAsk(elsewhere)) {
            throw new ProblemException(PackageProblems.openLine(from));
        }
        return from;
    }

    @Override
    public void close() {
        system.shutdown();
        MavenClient.close(http);
    }
}
