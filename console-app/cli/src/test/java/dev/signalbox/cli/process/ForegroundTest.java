// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.signalbox.cli.SignalboxProgram;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `signalbox hub` and `signalbox node`, which hand on what they are told to the programs as they are built.
class ForegroundTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Path checkout = Path.of("");

    @BeforeEach
    void findThePrograms() throws IOException {
        checkout = Path.of("../..").toRealPath();
        assumeThat(checkout.resolve(Program.NODE.jars()))
                .as("built by mvn verify")
                .exists();
    }

    @Test
    void optionsAndExitCodeAreThePrograms() {
        try (var hub = signalbox("hub", "--data", folder.resolve("none").toString(), "--new-owner-token")) {
            assertThat(hub.waitForEnd(SOON)).isEqualTo(1);
            assertThat(hub.lines().getFirst()).contains("hub.not-here");
        }
        try (var node = signalbox("node", "--data", folder.resolve("node").toString(), "--token", "made-up")) {
            assertThat(node.waitForEnd(SOON)).isEqualTo(1);
            assertThat(node.lines().getFirst()).contains("token").doesNotContain("Exception");
        }
    }

    @Test
    void helpIsThePrograms() {
        try (var hub = signalbox("hub", "--help");
                var node = signalbox("node", "--help")) {
            assertThat(hub.waitForEnd(SOON)).isZero();
            assertThat(hub.lines()).anyMatch(line -> line.contains("--mqtt-port"));
            assertThat(node.waitForEnd(SOON)).isZero();
            assertThat(node.lines()).anyMatch(line -> line.contains("--token-file"));
        }
    }

    @Test
    void aHubEndsWithTheCommandThatStartedIt() {
        try (var hub = signalbox("hub", "--data=" + folder.resolve("hub"), "--mqtt-port=0", "--https-port=0")) {
            hub.waitForLine(line -> line.contains("listens on"), SOON);
            var programs =
                    ProcessHandle.of(hub.pid()).orElseThrow().descendants().toList();
            assertThat(programs).hasSize(1);
            assertThat(hub.stop()).isEqualTo(143);
            assertThat(programs).noneMatch(ProcessHandle::isAlive);
        }
    }

    private ProgramProcess signalbox(String... words) {
        var arguments = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsignalbox.home=" + checkout,
                "-cp",
                System.getProperty("java.class.path"),
                SignalboxProgram.class.getName()));
        arguments.addAll(List.of(words));
        return ProgramProcess.java("signalbox", arguments);
    }
}
