// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.testing.packages.MavenFolder;
import dev.signalbox.testing.packages.SampleJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Java packages bring along, as Maven resolves it, from a folder.
class MavenPackagesTest {
    @TempDir
    Path folder;

    private MavenFolder maven;
    private MavenPackages packages;

    @BeforeEach
    void start() throws IOException {
        maven = new MavenFolder(Files.createDirectories(folder.resolve("a folder")));
        packages = new MavenPackages(maven.path().toString(), folder.resolve("cache"));
    }

    @AfterEach
    void end() {
        packages.close();
    }

    private List<ResolvedPackage> resolved(String... asked) {
        return packages.resolve(AskedPackage.parseAll(Language.JAVA, List.of(asked)));
    }

    /// Without the group, which is always the same.
    private List<String> found(String... asked) {
        return resolved(asked).stream()
                .map(one -> one.locked().coordinates().replace("org.example:", ""))
                .toList();
    }

    private void has(String artifact, String version, String... needs) throws IOException {
        maven.add(artifact, version, new SampleJar().file(artifact + ".txt", version.getBytes()), needs);
    }

    @Test
    void whatAPackageNeedsComesAlongAndSaysWhy() throws IOException {
        has("tool", "1.0", "org.example:base:1.0");
        has("base", "1.0", "org.example:ground:3.1:runtime");
        has("ground", "3.1");
        assertThat(resolved("org.example:tool:1.0"))
                .extracting(one -> one.locked().coordinates(), ResolvedPackage::broughtBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("org.example:tool:1.0", Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(
                                "org.example:base:1.0", Optional.of("org.example:tool:1.0")),
                        org.assertj.core.groups.Tuple.tuple(
                                "org.example:ground:3.1", Optional.of("org.example:base:1.0")));
    }

    @Test
    void theNearestVersionWinsAndOfEqualOnesTheFirst() throws IOException {
        has("base", "1.0");
        has("base", "2.0");
        has("far", "1.0", "org.example:between:1.0");
        has("between", "1.0", "org.example:base:2.0");
        has("near", "1.0", "org.example:base:1.0");
        has("other", "1.0", "org.example:base:2.0");
        assertThat(found("org.example:far:1.0", "org.example:near:1.0"))
                .containsExactlyInAnyOrder("far:1.0", "between:1.0", "near:1.0", "base:1.0");
        assertThat(found("org.example:other:1.0", "org.example:near:1.0")).contains("base:2.0");
        assertThat(found("org.example:near:1.0", "org.example:other:1.0")).contains("base:1.0");
        assertThat(found("org.example:near:1.0", "org.example:base:2.0")).containsExactly("near:1.0", "base:2.0");
    }

    @Test
    void whatOnlyTestsOrOthersNeedStaysAway() throws IOException {
        has("base", "1.0");
        String optional = "<dependency><groupId>org.example</groupId><artifactId>choice</artifactId>"
                + "<version>1</version><optional>true</optional></dependency>";
        String excluding = "<dependency><groupId>org.example</groupId><artifactId>between</artifactId>"
                + "<version>1.0</version><exclusions><exclusion><groupId>org.example</groupId>"
                + "<artifactId>unwanted</artifactId></exclusion></exclusions></dependency>";
        String ofThisMachine =
                "<dependency><groupId>org.example</groupId><artifactId>mine</artifactId><version>1</version>"
                        + "<scope>system</scope><systemPath>%s</systemPath></dependency>"
                                .formatted(maven.file("base", "1.0"));
        has("between", "1.0", "org.example:unwanted:1", "org.example:base:1.0");
        has("tool", "1.0");
        String some = MavenFolder.needs("org.example:checks:1:test", "org.example:given:1:provided");
        maven.describe(
                "tool",
                "1.0",
                some.replace("</dependencies>", optional + excluding + ofThisMachine + "</dependencies>"));
        assertThat(found("org.example:tool:1.0")).containsExactly("tool:1.0", "between:1.0", "base:1.0");
    }

    @Test
    void aParentSaysTheVersion() throws IOException {
        has("base", "4.2");
        String parent = "<packaging>pom</packaging><dependencyManagement>" + MavenFolder.needs("org.example:base:4.2")
                + "</dependencyManagement>";
        maven.describe("family", "7", parent);
        has("tool", "1.0");
        maven.describe(
                "tool",
                "1.0",
                "<parent><groupId>org.example</groupId><artifactId>family</artifactId><version>7</version></parent>"
                        + MavenFolder.needs("org.example:base:X").replace("<version>X</version>", ""));
        assertThat(found("org.example:tool:1.0")).containsExactly("tool:1.0", "base:4.2");
    }

    @Test
    void packagesThatNeedEachOtherComeOnce() throws IOException {
        has("hen", "1.0", "org.example:egg:1.0");
        has("egg", "1.0", "org.example:hen:1.0");
        assertThat(found("org.example:hen:1.0")).containsExactly("hen:1.0", "egg:1.0");
    }

    @Test
    void whatIsMissingIsNamedWithWhatNeedsIt() throws IOException {
        has("tool", "1.0", "org.example:gone:2.0");
        assertThatThrownBy(() -> found("org.example:tool:1.0"))
                .hasMessageContaining("org.example:gone:2.0, which org.example:tool:1.0 needs, cannot be had from "
                        + maven.path() + ": it is not there.");
    }

    @Test
    void versionsThatExcludeEachOtherAreNamedWithWhoWantsThem() throws IOException {
        has("base", "1.0");
        has("base", "2.0");
        maven.list("base", "1.0", "2.0");
        has("old", "1.0", "org.example:base:[1.0]");
        has("young", "1.0", "org.example:base:[2.0]");
        assertThatThrownBy(() -> found("org.example:old:1.0", "org.example:young:1.0"))
                .hasMessageContaining("org.example:old:1.0 wants org.example:base [1.0")
                .hasMessageContaining("org.example:young:1.0 wants org.example:base [2.0");
        assertThatThrownBy(() -> found("org.example:old:1.0", "org.example:base:2.0"))
                .hasMessageContaining("org.example:base:2.0 is asked for")
                .hasMessageContaining("allow only org.example:base:1.0");
        assertThat(found("org.example:old:1.0")).containsExactly("old:1.0", "base:1.0");
    }

    @Test
    void aRangeThatNothingIsInIsNotFound() throws IOException {
        has("tool", "1.0", "org.example:base:[1.0,2.0)");
        assertThatThrownBy(() -> found("org.example:tool:1.0"))
                .hasMessageContaining("org.example:base:[1.0,2.0)")
                .hasMessageContaining("no version in that range");
    }

    @Test
    void aFileWithoutTheStatedChecksumIsRefused() throws IOException {
        has("tool", "1.0", "org.example:base:1.0");
        has("base", "1.0");
        Path jar = maven.file("base", "1.0");
        Files.writeString(jar.resolveSibling("base-1.0.jar.sha1"), "0".repeat(40));
        assertThatThrownBy(() -> found("org.example:tool:1.0"))
                .hasMessageContaining("org.example:base:1.0, which org.example:tool:1.0 needs, came from")
                .hasMessageContaining("damaged or changed");
        Files.delete(jar.resolveSibling("base-1.0.jar.sha1"));
        assertThat(found("org.example:tool:1.0")).hasSize(2);
    }

    @Test
    void aDescriptionThatCannotBeReadIsRefused() throws IOException {
        has("tool", "1.0", "org.example:base:1.0");
        has("base", "1.0");
        maven.describe("base", "1.0", "<dependencies><oh no");
        assertThatThrownBy(() -> found("org.example:tool:1.0"))
                .hasMessageContaining("What org.example:base:1.0 needs cannot be read");
    }

    @Test
    void aDescriptionLearnsNothingOfThisMachine() throws IOException {
        has("tool", "1.0", "org.example:base:${env.PATH}", "org.example:other:${user.home}");
        assertThatThrownBy(() -> found("org.example:tool:1.0"))
                .hasMessageContaining("org.example:")
                .hasMessageNotContaining(System.getenv("PATH"))
                .hasMessageNotContaining(":" + System.getProperty("user.home"));
    }

    @Test
    void chainsWithoutEndAreCutOff() throws IOException {
        for (int i = 0; i <= 101; i++) {
            maven.describe("link" + i, "1.0", MavenFolder.needs("org.example:link" + (i + 1) + ":1.0"));
        }
        assertThatThrownBy(() -> found("org.example:link0:1.0")).hasMessageContaining("a chain of more than 100");
    }

    @Test
    void morePackagesThanAServiceMayHaveAreCutOff() throws IOException {
        heap(500);
        assertThatThrownBy(() -> found("org.example:heap:1.0")).hasMessageContaining("more than 500 packages");
    }

    @Test
    void moreFilesThanAQuestionMayFetchAreCutOff() throws IOException {
        heap(30);
        packages.close();
        packages = new MavenPackages(maven.path().toString(), folder.resolve("cache"), 20);
        assertThatThrownBy(() -> found("org.example:heap:1.0")).hasMessageContaining("more than 20 files");
    }

    /// A description that needs so many packages beside itself, and theirs.
    private void heap(int grains) throws IOException {
        String[] many = IntStream.range(0, grains)
                .mapToObj(i -> "org.example:grain" + i + ":1.0")
                .toArray(String[]::new);
        for (int i = 0; i < grains; i++) {
            maven.describe("grain" + i, "1.0", "");
        }
        maven.describe("heap", "1.0", MavenFolder.needs(many));
    }

    @Test
    void pathsWithoutNumberBetweenFewPackagesAreOneQuestion() throws IOException {
        for (int i = 0; i < 16; i++) {
            for (String side : List.of("left", "right")) {
                has(side + i, "1.0", "org.example:left" + (i + 1) + ":1.0", "org.example:right" + (i + 1) + ":1.0");
            }
        }
        has("left16", "1.0");
        has("right16", "1.0");
        assertThat(found("org.example:left0:1.0")).hasSize(33);
    }
}
