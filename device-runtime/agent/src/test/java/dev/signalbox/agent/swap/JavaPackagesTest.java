// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.testing.packages.SampleJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A release brings packages along: fetched by digest, checked, kept, and each service has its own.
class JavaPackagesTest {
    @TempDir
    Path folder;

    @TempDir
    Path jars;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private Path tool(String version) throws IOException {
        return new SampleJar()
                .with(
                        "org.example.Tool",
                        "package org.example; public class Tool { public static String version() { return \"" + version
                                + "\"; } }")
                .write(jars.resolve("tool-" + version + ".jar"));
    }

    private LockedPackage brings(String service, String version) throws IOException {
        return bench.hub.bring(service, "org.example:tool:" + version, tool(version));
    }

    private static String saying(String name) {
        return "import org.example.Tool;\npublic class " + name + " extends CustomService {\n"
                + "  public void start() { debug(\"" + name + " has \" + Tool.version()); }\n}";
    }

    private Path kept(LockedPackage one) {
        return folder.resolve("packages/" + one.digest().hex() + ".jar");
    }

    @Test
    void twoServicesWithDifferentVersionsOfOnePackageRunSideBySide() throws IOException {
        LockedPackage one = brings("Pump", "1");
        brings("Valve", "2");
        bench.run(1, saying("Pump"), saying("Valve"));
        bench.awaitLine("Pump has 1");
        bench.awaitLine("Valve has 2");
        assertThat(Files.getPosixFilePermissions(kept(one))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aRestartRunsFromTheDiskWithoutTheHub() throws IOException {
        brings("Pump", "1");
        bench.run(1, saying("Pump"));
        bench.awaitStand(Bench.running(1));
        bench.hub.reachable = false;
        bench.restart();
        bench.awaitLine("Pump has 1");
        assertThat(bench.hub.downloads).hasSize(1);
    }

    @Test
    void aPackageThatIsNotWhatWasSignedIsRefused() throws IOException {
        LockedPackage one = brings("Pump", "1");
        byte[] other = bench.hub.packageFiles.get(one.digest()).clone();
        other[other.length / 2] ^= 1;
        bench.hub.packageFiles.put(one.digest(), other);
        bench.run(1, saying("Pump"));
        bench.awaitStand("0 1 REFUSED release.digest-wrong");
        assertThat(kept(one)).doesNotExist();
    }

    @Test
    void aJarThatWasChangedOnTheDiskIsNotRun() throws IOException {
        LockedPackage one = brings("Pump", "1");
        var order = bench.run(1, saying("Pump"));
        bench.awaitStand(Bench.running(1));
        Files.copy(tool("9"), kept(one), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        bench.restart();
        bench.awaitStand("0 1 REFUSED release.not-kept");
        bench.order(order);
        bench.awaitLine("Pump has 1");
    }

    @Test
    void aDownloadThatBreaksOffGoesOnWhereItWas() throws IOException {
        LockedPackage one = brings("Pump", "1");
        bench.hub.mostAtOnce = (int) (one.bytes() / 2 + 1);
        bench.run(1, saying("Pump"));
        bench.awaitLine("Pump has 1");
        assertThat(bench.hub.downloads)
                .containsExactly(one.coordinates() + " from 0", one.coordinates() + " from " + (one.bytes() / 2 + 1));
    }

    @Test
    void aPackageWithAClassOfOursIsRefused() throws IOException {
        Path evil = new SampleJar()
                .file("dev/signalbox/api/CustomService.class", "x".getBytes(StandardCharsets.UTF_8))
                .write(jars.resolve("evil-1.jar"));
        bench.hub.bring("Pump", "org.example:evil:1", evil);
        bench.run(1, saying("Pump"));
        bench.awaitStand("0 1 REFUSED package.unsafe");
    }

    @Test
    void anotherVersionOfAPackageStartsTheStepAnew() throws IOException {
        brings("Pump", "1");
        bench.run(1, saying("Pump"));
        bench.awaitLine("Pump has 1");
        bench.hub.packages.clear();
        brings("Pump", "2");
        bench.run(2, saying("Pump"));
        bench.awaitLine("Pump has 2");
    }

    @Test
    void whatNoKeptReleaseNeedsIsDeletedWhenOneSettles() throws IOException {
        LockedPackage one = brings("Pump", "1");
        bench.run(1, saying("Pump"));
        bench.awaitStand(Bench.running(1));
        bench.hub.packages.clear();
        LockedPackage two = brings("Pump", "2");
        Files.writeString(folder.resolve("packages/half.jar.part"), "half");
        bench.run(2, saying("Pump"));
        bench.awaitLine("Pump has 2");
        assertThat(kept(one)).exists();
        bench.trial = Duration.ZERO;
        bench.restart();
        bench.awaitStand("2 2 SETTLED");
        assertThat(folder.resolve("packages")).isDirectoryContaining(kept(two)::equals);
        assertThat(folder.resolve("packages").toFile().list()).hasSize(1);
    }
}
