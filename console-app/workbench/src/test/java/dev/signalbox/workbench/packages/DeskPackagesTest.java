// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.testing.file.FolderTree;
import dev.signalbox.testing.packages.MavenFolder;
import dev.signalbox.testing.packages.SampleJar;
import dev.signalbox.testing.packages.Wheel;
import dev.signalbox.workbench.editing.BroughtPackage;
import dev.signalbox.workbench.editing.SourceHelp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages from folders: found with what they need, checked, locked, and found again without the folder.
class DeskPackagesTest {
    @TempDir
    Path folder;

    private MavenFolder maven;
    private Path wheels;
    private DeskPackages packages;

    @BeforeEach
    void start() throws IOException {
        maven = new MavenFolder(Files.createDirectories(folder.resolve("maven")));
        wheels = Files.createDirectories(folder.resolve("wheels"));
        packages = opened();
    }

    @AfterEach
    void end() {
        packages.close();
    }

    private DeskPackages opened() {
        var origin = new PackageOrigin(maven.path().toString(), Optional.of(wheels.toString()));
        return new DeskPackages(origin, folder.resolve("cache"), Map.of());
    }

    private static SampleJar tool(String answer) {
        return new SampleJar()
                .with(
                        "org.example.Tool",
                        "package org.example; public class Tool { public static String answer() { return \"" + answer
                                + "\"; } }");
    }

    private List<String> coordinates(Language language, String... asked) {
        return packages.resolve(language, List.of(asked)).stream()
                .map(ResolvedPackage::locked)
                .map(LockedPackage::coordinates)
                .toList();
    }

    @Test
    void theEditorIsToldWhatComesAlong() throws IOException {
        maven.add("base", "1.0", tool("one"));
        maven.add("tool", "2.0", tool("two"), "org.example:base:1.0");
        try (var help = SourceHelp.create(packages)) {
            List<String> asked = List.of("org.example:tool:2.0");
            assertThat(help.brought("Pump.java", asked))
                    .containsExactly(new BroughtPackage("org.example:base:1.0", "org.example:tool:2.0"));
            assertThat(help.brought("Pump.py", asked)).isEmpty();
            assertThat(help.brought("Pump.java", List.of("org.example:missing:1.0")))
                    .isEmpty();
        }
    }

    @Test
    void aLockIsTheFilesDigest() throws IOException {
        Path jar = maven.add("tool", "2.0", tool("two"));
        assertThat(packages.resolve(Language.JAVA, List.of("org.example:tool:2.0")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.locked())
                            .isEqualTo(new LockedPackage(
                                    "org.example:tool:2.0", "tool-2.0.jar", Digests.of(jar), Files.size(jar)));
                    assertThat(packages.file(one.locked().digest())).contains(one.path());
                });
    }

    @Test
    void whatCameOnceIsFoundAgainWithoutTheRepository() throws IOException {
        maven.add("tool", "2.0", tool("two"));
        Wheel.write(wheels, "sb_answer", "x = 1\n");
        coordinates(Language.JAVA, "org.example:tool:2.0");
        coordinates(Language.PYTHON, "sb-answer==1.0");
        packages.close();
        FolderTree.delete(maven.path());
        FolderTree.delete(wheels);
        packages = opened();
        assertThat(coordinates(Language.JAVA, "org.example:tool:2.0")).hasSize(1);
        assertThat(coordinates(Language.PYTHON, "sb-answer==1.0")).hasSize(1);
    }

    @Test
    void whatIsNotThereIsSaidWithItsCoordinatesAndWhereItWasLookedFor() {
        assertThatThrownBy(() -> coordinates(Language.JAVA, "org.example:gone:1"))
                .hasMessageContaining("org.example:gone:1")
                .hasMessageContaining(maven.path().toString());
        assertThatThrownBy(() -> coordinates(Language.PYTHON, "sb-gone==1.0"))
                .hasMessageContaining("sb-gone==1.0")
                .hasMessageContaining("No matching distribution");
    }

    @Test
    void wheelsComeWithWhatTheyNeed() throws IOException {
        Wheel.write(wheels, "sb_base", "x = 1\n");
        Wheel.write(wheels, "sb_answer", "2.0", "import sb_base\n", "sb-base==1.0");
        assertThat(coordinates(Language.PYTHON, "SB.answer==2.0"))
                .containsExactlyInAnyOrder("SB.answer==2.0", "sb-base==1.0");
    }

    @Test
    void aPackageThatNodesWouldRefuseIsRefusedHere() throws IOException {
        maven.add(
                "evil",
                "1.0",
                new SampleJar().file("dev/signalbox/api/CustomService.class", "x".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> coordinates(Language.JAVA, "org.example:evil:1.0"))
                .hasMessageContaining("org.example:evil:1.0");
    }

    @Test
    void theEditorsCheckKnowsThePackages() throws IOException {
        maven.add("tool", "2.0", tool("two"));
        String source = "public class Made extends CustomService { String x = org.example.Tool.answer(); }";
        try (var help = SourceHelp.create(packages)) {
            assertThat(help.check("Made.java", source, List.of("org.example:tool:2.0")))
                    .isEmpty();
            assertThat(help.check("Made.java", source, List.of())).isNotEmpty();
            assertThat(help.check("Made.java", source, List.of("org.example:tool:9")))
                    .singleElement()
                    .satisfies(mark -> assertThat(mark.message()).contains("org.example:tool:9"));
        }
    }
}
