// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The `signalbox` script, in a checkout of its own, on a machine that has only what the test gives it.
class ScriptTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String JAVA = """
            case "$*" in
              *" prepare") for word; do case "$word" in -XX:AOTCacheOutput=*) : > "${word#*=}";; esac; done ;;
              *) echo "java $*"; exit 7 ;;
            esac
            """;
    private static final String MVN = """
            for part in console-app/cli/target/cli console-app/hub/target/hub device-runtime/agent/target/node; do
              mkdir -p "$HOME/$part" && : > "$HOME/$part/a.jar"
            done
            echo "[INFO] Building Signalbox: command line 0.1.0-SNAPSHOT [1/1]"
            """;

    @TempDir
    Path machine;

    private Path tools;
    private Path jdks;

    @BeforeEach
    void installWhatEveryMachineHas() throws IOException {
        tools = Files.createDirectories(machine.resolve("bin"));
        jdks = Files.createDirectories(machine.resolve("jdks"));
        for (String tool : List.of("readlink", "dirname", "sed", "ls", "find", "touch", "mkdir", "grep", "tee", "mv")) {
            Files.createSymbolicLink(tools.resolve(tool), found(tool));
        }
        String script = Files.readString(Path.of("../../signalbox"));
        assertThat(script).contains(" /usr/lib/jvm/*");
        Files.writeString(machine.resolve("signalbox"), script.replace(" /usr/lib/jvm/*", " " + jdks + "/*"));
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() {
        try (var run = run()) {
            assertThat(run.waitForEnd(SOON)).isEqualTo(1);
            assertThat(run.lines().getFirst())
                    .contains("needs a JDK 25 or newer", "apt-get install temurin-25-jdk", "JAVA_HOME");
        }
    }

    @Test
    void anOlderJdkIsNotTaken() throws IOException {
        installJdk("17.0.15");
        try (var run = run()) {
            assertThat(run.waitForEnd(SOON)).isEqualTo(1);
            assertThat(run.lines().getFirst()).contains("needs a JDK 25");
        }
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws IOException {
        installJdk("25.0.3");
        try (var run = run()) {
            assertThat(run.waitForEnd(SOON)).isEqualTo(1);
            assertThat(run.lines().getFirst()).contains("needs Maven 3.8", "apt-get install maven");
        }
    }

    @Test
    void aBuildThatFailsIsShownByItsErrors() throws IOException {
        installJdk("25.0.3");
        install(tools.resolve("mvn"), "echo '[INFO] much'; echo '[ERROR] Pump.java:[3,1] no'; exit 1");
        try (var run = run()) {
            assertThat(run.waitForEnd(SOON)).isEqualTo(1);
            assertThat(run.lines())
                    .contains("[ERROR] Pump.java:[3,1] no")
                    .doesNotContain("[INFO] much")
                    .anyMatch(line -> line.endsWith("target/build.log"));
        }
    }

    @Test
    void itBuildsAndMakesCachesOnceThenStartsFromThem() throws IOException {
        installJdk("25.0.3");
        install(tools.resolve("mvn"), MVN);
        try (var first = run("nodes", "list");
                var second = runAfter(first)) {
            assertThat(first.waitForEnd(SOON)).isEqualTo(7);
            assertThat(first.lines())
                    .contains("  [1/1] command line")
                    .anyMatch(line -> line.startsWith("java ") && line.endsWith(" nodes list"));
            assertThat(second.waitForEnd(SOON)).isEqualTo(7);
            assertThat(second.lines().getFirst()).startsWith("java ").contains(" -XX:AOTCache=" + cache());
        }
    }

    @Test
    void aCacheOlderThanAJarIsLeftAlone() throws IOException {
        installJdk("25.0.3");
        install(tools.resolve("mvn"), MVN);
        try (var first = run()) {
            first.waitForEnd(SOON);
        }
        Files.setLastModifiedTime(cache(), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        try (var second = run()) {
            assertThat(second.waitForEnd(SOON)).isEqualTo(7);
            assertThat(second.lines().getFirst()).startsWith("java ").doesNotContain("AOTCache");
        }
    }

    @Test
    void withoutCachesItStartsAllTheSame() throws IOException {
        Path jdk = installJdk("25.0.3");
        install(jdk.resolve("bin/java"), javaThatPreparesWith(1));
        install(tools.resolve("mvn"), MVN);
        try (var run = run()) {
            assertThat(run.waitForEnd(SOON)).isEqualTo(7);
            assertThat(run.lines())
                    .anyMatch(line -> line.startsWith("They could not be made;"))
                    .anyMatch(line -> line.startsWith("java ") && !line.contains("AOTCache"));
        }
    }

    @Test
    void interruptedWhileItMakesCachesItStartsNothing() throws IOException {
        Path jdk = installJdk("25.0.3");
        install(jdk.resolve("bin/java"), javaThatPreparesWith(130));
        install(tools.resolve("mvn"), MVN);
        try (var run = run()) {
            assertThat(run.waitForEnd(SOON)).isEqualTo(130);
            assertThat(run.lines()).noneMatch(line -> line.startsWith("java "));
        }
    }

    private static String javaThatPreparesWith(int exitCode) {
        return "case \"$*\" in *\" prepare\") exit " + exitCode + " ;; *) echo \"java $*\"; exit 7 ;; esac";
    }

    private ProgramProcess runAfter(ProgramProcess first) {
        first.waitForEnd(SOON);
        return run();
    }

    private ProgramProcess run(String... words) {
        var command = Stream.concat(
                Stream.of(
                        "/usr/bin/env",
                        "-i",
                        "HOME=" + machine,
                        "PATH=" + tools,
                        "/bin/bash",
                        machine.resolve("signalbox").toString()),
                Stream.of(words));
        return ProgramProcess.start("signalbox", command.toList());
    }

    private Path cache() {
        return machine.resolve("target/aot/cli-jdk.aot");
    }

    private Path installJdk(String version) throws IOException {
        Path jdk = Files.createDirectories(jdks.resolve("jdk"));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        install(jdk.resolve("bin/javac"), "exit 0");
        install(jdk.resolve("bin/java"), JAVA);
        return jdk;
    }

    private static void install(Path program, String script) throws IOException {
        Files.writeString(program, "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path found(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
