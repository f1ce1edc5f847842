// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    private Path jars;
    private Home home;

    @BeforeEach
    void build() throws IOException {
        jars = Files.createDirectories(folder.resolve(Program.HUB.jars()));
        for (String name : List.of("b.jar", "a.jar", "note.txt")) {
            Files.writeString(jars.resolve(name), name);
        }
        home = Home.at(folder);
        Files.createDirectories(home.caches());
    }

    @Test
    void theClassPathIsTheJarsInOrder() {
        assertThat(home.command(Program.HUB, List.of()))
                .containsSequence("-cp", jars.resolve("a.jar") + ":" + jars.resolve("b.jar"));
    }

    @Test
    void aCacheIsUsedOnceItIsMade() throws IOException {
        assertThat(cacheOptions()).isEmpty();

        make();

        assertThat(cacheOptions())
                .containsExactly("-XX:AOTCache=" + home.cache(Program.HUB).file());
        assertThat(home.plainCommand(Program.HUB, List.of())).noneMatch(word -> word.contains("AOT"));
    }

    @Test
    void aCacheOfAnotherBuildIsNotUsedAndGoesWithTheNext() throws IOException {
        make();
        Path old = home.cache(Program.HUB).file();
        Files.writeString(jars.resolve("b.jar"), "built anew");
        assertThat(cacheOptions()).isEmpty();
        assertThat(old).exists();

        make();

        assertThat(old).doesNotExist();
        assertThat(cacheOptions()).hasSize(1);
    }

    @Test
    void aRunThatLeftNoCacheIsToldSo() {
        assertThatThrownBy(() -> home.cache(Program.HUB).keep())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        told -> assertThat(told.problem().code()).isEqualTo("cache.not-made"));
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> home.command(Program.NODE, List.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("device-runtime/agent/target/node");
    }

    private List<String> cacheOptions() {
        return home.command(Program.HUB, List.of()).stream()
                .filter(word -> word.startsWith("-XX:AOTCache="))
                .toList();
    }

    /// As the JVM does at the end of a training run.
    private void make() throws IOException {
        String output = home.trainingCommand(Program.HUB, List.of()).stream()
                .filter(word -> word.startsWith("-XX:AOTCacheOutput="))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        Files.writeString(Path.of(output), "a cache");
        home.cache(Program.HUB).keep();
    }
}
