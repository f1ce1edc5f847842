// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.collection.UnsolvableVersionConflictException;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;

/// What Maven Resolver's exceptions mean to the author of a service.
///
/// @param from where packages were looked for
record MavenRefusal(String from, List<AskedPackage> asked) {
    Problem of(RepositoryException failed) {
        List<Throwable> all = causes(failed);
        return first(all, UnsolvableVersionConflictException.class)
                .map(MavenRefusal::conflict)
                .or(() -> first(all, ChecksumFailureException.class)
                        .map(one -> PackageProblems.checksum(what(failed, all), from, deepest(one))))
                .or(() -> first(all, ArtifactNotFoundException.class)
                        .map(one -> PackageProblems.notFound(List.of(what(failed, all)), from, "it is not there")))
                .or(() -> first(all, VersionRangeResolutionException.class)
                        .map(one -> PackageProblems.notFound(
                                List.of(PackageTree.coordinates(
                                        one.getResult().getRequest().getArtifact())),
                                from,
                                "no version in that range is there")))
                .or(() -> first(all, ArtifactTransferException.class)
                        .map(one -> PackageProblems.unreachable(what(failed, all), from, deepest(one))))
                .orElseGet(() -> PackageProblems.description(what(failed, all), deepest(failed)));
    }

    private static <T> Optional<T> first(List<Throwable> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /// All that led to it, the outermost first.
    private static List<Throwable> causes(Throwable failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> all = new java.util.ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failed));
        while (!open.isEmpty()) {
            Throwable one = open.poll();
            if (seen.add(one)) {
                all.add(one);
                inside(one).forEach(open::add);
            }
        }
        return all;
    }

    private static Stream<? extends Throwable> inside(Throwable one) {
        Stream<? extends Throwable> listed = switch (one) {
            case DependencyCollectionException collection -> collection.getResult().getExceptions().stream();
            case ArtifactResolutionException files ->
                files.getResults().stream().flatMap(file -> file.getExceptions().stream());
            case ArtifactDescriptorException description -> description.getResult().getExceptions().stream();
            default -> Stream.of();
        };
        return Stream.concat(Optional.ofNullable(one.getCause()).stream(), listed);
    }

    /// The package in question, and which one needs it.
    private String what(RepositoryException failed, List<Throwable> all) {
        Optional<Artifact> artifact = first(all, ArtifactTransferException.class)
                .map(ArtifactTransferException::getArtifact)
                .or(() -> first(all, ArtifactDescriptorException.class)
                        .map(one -> one.getResult().getRequest().getArtifact()));
        String coordinates = artifact.map(PackageTree::coordinates)
                .orElseGet(() -> asked.stream().map(AskedPackage::text).collect(Collectors.joining(", ")));
        return broughtBy(failed, coordinates)
                .map(by -> coordinates + ", which " + by + " needs,")
                .orElse(coordinates);
    }

    private static Optional<String> broughtBy(RepositoryException failed, String coordinates) {
        return failed instanceof DependencyResolutionException resolution
                ? PackageTree.of(resolution.getResult().getRoot()).broughtBy(coordinates)
                : Optional.empty();
    }

    private static Problem conflict(UnsolvableVersionConflictException conflict) {
        return PackageProblems.conflict(conflict.getPaths().stream()
                .filter(path -> !path.isEmpty())
                .map(MavenRefusal::want)
                .distinct()
                .toList());
    }

    /// The last of a path is what the one before it wants.
    private static String want(List<? extends DependencyNode> path) {
        DependencyNode wanted = path.getLast();
        Artifact one = wanted.getArtifact();
        Optional<Artifact> by = path.size() < 2
                ? Optional.empty()
                : Optional.ofNullable(path.get(path.size() - 2).getArtifact());
        return by.map(PackageTree::coordinates).orElse("the service") + " wants " + one.getGroupId() + ":"
                + one.getArtifactId() + " " + wanted.getVersionConstraint();
    }

    private static String deepest(Throwable failed) {
        List<Throwable> all = causes(failed);
        return all.stream()
                .filter(one -> one.getCause() == null && one.getMessage() != null)
                .reduce((first, second) -> second)
                .map(one -> String.valueOf(one.getMessage()))
                .orElse(failed.getClass().getSimpleName());
    }
}
