// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;

/// What Maven Resolver found for a service: each jar once, the asked ones and what they bring along, as coordinates.
final class PackageTree {
    private final Map<String, Found> found = new LinkedHashMap<>();

    /// @param node its file once it was fetched
    /// @param broughtBy coordinates of what it came along with
    private record Found(DependencyNode node, Optional<String> broughtBy) {}

    private PackageTree() {}

    static PackageTree of(DependencyNode root) {
        var tree = new PackageTree();
        for (DependencyNode asked : root.getChildren()) {
            tree.add(asked, askedAs(asked), Optional.empty());
        }
        return tree;
    }

    private void add(DependencyNode node, String coordinates, Optional<String> broughtBy) {
        if (isJar(node) && found.putIfAbsent(coordinates, new Found(node, broughtBy)) != null) {
            return;
        }
        for (DependencyNode child : node.getChildren()) {
            add(child, coordinates(child.getArtifact()), Optional.of(coordinates));
        }
    }

    /// Whether it is a package for Java, and not a mere list of others.
    static boolean isJar(DependencyNode node) {
        return node.getArtifact() != null && "jar".equals(node.getArtifact().getExtension());
    }

    /// A package that has moved goes by the name the author used.
    private static String askedAs(DependencyNode node) {
        return coordinates(
                node.getRelocations().isEmpty()
                        ? node.getArtifact()
                        : node.getRelocations().getFirst());
    }

    /// As `AskedPackage` reads them.
    static String coordinates(Artifact one) {
        String classifier = one.getClassifier().isEmpty() ? "" : ":" + one.getClassifier();
        return one.getGroupId() + ":" + one.getArtifactId() + ":" + one.getVersion() + classifier;
    }

    int size() {
        return found.size();
    }

    boolean has(String coordinates) {
        return found.containsKey(coordinates);
    }

    /// Which version of the same package is there instead.
    Optional<String> insteadOf(String coordinates) {
        String[] asked = coordinates.split(":", -1);
        return found.values().stream()
                .map(one -> one.node().getArtifact())
                .filter(one -> one.getGroupId().equals(asked[0])
                        && one.getArtifactId().equals(asked[1])
                        && one.getClassifier().equals(asked.length > 3 ? asked[3] : ""))
                .map(PackageTree::coordinates)
                .findFirst();
    }

    /// What brought that along; empty for what was asked for.
    Optional<String> broughtBy(String coordinates) {
        return Optional.ofNullable(found.get(coordinates)).flatMap(Found::broughtBy);
    }

    /// All of them as they are on the disk now, the asked ones first come, first named.
    List<ResolvedPackage> locked() {
        return found.entrySet().stream()
                .map(one -> ResolvedPackage.of(
                        one.getKey(),
                        file(one.getValue().node()),
                        one.getValue().broughtBy()))
                .toList();
    }

    private static Path file(DependencyNode node) {
        return Optional.ofNullable(node.getArtifact().getPath())
                .orElseThrow(() -> new IllegalStateException(node + " was not fetched"));
    }
}
