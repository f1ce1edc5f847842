// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.trust.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Packages as the operator's desk finds them. An answer is kept, because versions are exact; a refusal
/// for a moment, so that an editor does not ask a repository with each letter. One question at a time.
public final class DeskPackages implements Packages, AutoCloseable {
    private static final int KEPT = 500;
    private static final long REFUSAL_NANOS = 30_000_000_000L;

    private final PackageOrigin origin;
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<Asked, Answer> answers = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable MavenPackages maven;

    private record Asked(Language language, List<String> texts) {}

    private record Answer(List<ResolvedPackage> found, Optional<ProblemException> refusal, long at) {
        boolean holds() {
            return refusal.isPresent()
                    ? System.nanoTime() - at < REFUSAL_NANOS
                    : found.stream().allMatch(one -> Files.isRegularFile(one.path()));
        }
    }

    /// @param folder where packages are kept, made at the first need
    public DeskPackages(PackageOrigin origin, Path folder, Map<String, String> environment) {
        this.origin = origin;
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /// Those of the console that keeps its things in this folder, from where this process was told.
    public static DeskPackages in(Path consoleFolder) {
        return new DeskPackages(PackageOrigin.told(), consoleFolder.resolve("packages"), System.getenv());
    }

    @Override
    public synchronized List<ResolvedPackage> resolve(Language language, List<String> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var question = new Asked(language, List.copyOf(asked));
        Answer answer = answers.get(question);
        if (answer == null || !answer.holds()) {
            answer = answer(question);
            answers.put(question, answer);
        }
        answer.refusal().ifPresent(refusal -> {
            throw new ProblemException(refusal.problem(), refusal);
        });
        return answer.found();
    }

    private Answer answer(Asked asked) {
        try {
            List<AskedPackage> packages = AskedPackage.parseAll(asked.language(), asked.texts());
            List<ResolvedPackage> found = asked.language() == Language.JAVA
                    ? maven().resolve(packages)
                    : new PipPackages(origin.pip(), folder.resolve("pip"), environment).resolve(packages);
            return new Answer(found, Optional.empty(), System.nanoTime());
        } catch (ProblemException refusal) {
            return new Answer(List.of(), Optional.of(refusal), System.nanoTime());
        }
    }

    private MavenPackages maven() {
        if (maven == null) {
            maven = new MavenPackages(origin.maven(), folder.resolve("maven"));
        }
        return maven;
    }

    @Override
    public synchronized Optional<Path> file(Digest digest) {
        return answers.values().stream()
                .flatMap(answer -> answer.found().stream())
                .filter(one -> one.locked().digest().equals(digest))
                .map(ResolvedPackage::path)
                .findFirst();
    }

    @Override
    public synchronized void close() {
        if (maven != null) {
            maven.close();
        }
    }
}
