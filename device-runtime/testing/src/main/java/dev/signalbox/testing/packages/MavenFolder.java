// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder laid out as a Maven repository.
public record MavenFolder(Path path) {
    /// Adds a jar of group `org.example` with its description; answers the jar.
    ///
    /// @param needs what it depends on, each `group:artifact:version` with an optional `:scope`
    public Path add(String artifact, String version, SampleJar jar, String... needs) throws IOException {
        Path file = file(artifact, version);
        jar.write(file);
        describe(artifact, version, needs(needs));
        return file;
    }

    /// Says in Maven's elements what a version is beside its name; it may be one without a jar.
    public Path describe(String artifact, String version, String elements) throws IOException {
        String description = """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>%s</artifactId><version>%s</version>
                  %s
                </project>
                """.formatted(artifact, version, elements);
        Path file = sibling(file(artifact, version), ".pom");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, description);
    }

    /// Which versions there are, for who asks for a range.
    public void list(String artifact, String... versions) throws IOException {
        String all = Stream.of(versions)
                .map("<version>%s</version>"::formatted)
                .collect(Collectors.joining("", "<versioning><versions>", "</versions></versioning>"));
        Files.writeString(
                path.resolve("org/example").resolve(artifact).resolve("maven-metadata.xml"),
                "<metadata><groupId>org.example</groupId><artifactId>%s</artifactId>%s</metadata>"
                        .formatted(artifact, all));
    }

    /// The element that says what a version depends on, from coordinates as `add` takes them.
    public static String needs(String... needs) {
        return Stream.of(needs)
                .map(MavenFolder::dependency)
                .collect(Collectors.joining("", "<dependencies>", "</dependencies>"));
    }

    /// Where the jar of that version is.
    public Path file(String artifact, String version) {
        return path.resolve("org/example")
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".jar");
    }

    private static Path sibling(Path jar, String ending) {
        String name = Objects.requireNonNull(jar.getFileName()).toString();
        return jar.resolveSibling(name.replaceFirst("\\.jar$", ending));
    }

    private static String dependency(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        String scope = parts.length > 3 ? parts[3] : "compile";
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>%s</scope></dependency>"
                .formatted(parts[0], parts[1], parts[2], scope);
    }
}
