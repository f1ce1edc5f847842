// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.SignalboxProgram;
import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `signalbox logs --follow` as a process of its own, beside a hub and a node that beats.
@Timeout(120)
class FollowTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path SAMPLES = Path.of("../../assets/workspace");

    @TempDir
    Path folder;

    private Hub hub;
    private ProgramProcess node;

    @BeforeEach
    void startANodeThatBeats() {
        hub = Hub.start(
                new HubConfig(folder.resolve("hub"), "127.0.0.1", 0, 0, Optional.of("demo"), Clock.systemUTC()));
        String token = signalbox("nodes", "add", "press-01")
                .lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(word -> word.startsWith("signalbox2."))
                .findFirst()
                .orElseThrow();
        signalbox("services", "push", SAMPLES.resolve("services/Heartbeat.java").toString());
        signalbox("flows", "push", SAMPLES.resolve("flows/pulse.json").toString());
        signalbox("nodes", "tags", "press-01", "site=north");
        signalbox("release");
        node = ProgramProcess.java(
                "node",
                java("dev.signalbox.agent.NodeProgram", "--data=" + folder.resolve("node"), "--token=" + token));
        node.waitForLine(line -> beat(line) > 0, SOON);
    }

    @AfterEach
    void stop() {
        node.close();
        hub.close();
    }

    @Test
    void linesAreShownAsTheyComeUntilASignalEndsIt() throws Exception {
        try (var interrupted = follow();
                var terminated = follow()) {
            for (var follow : List.of(interrupted, terminated)) {
                follow.waitForLine(line -> beat(line) > 0, SOON);
                int notYet =
                        node.lines().stream().mapToInt(FollowTest::beat).max().orElse(0) + 2;
                follow.waitForLine(line -> beat(line) == notYet, SOON);
            }
            new ProcessBuilder("bash", "-c", "kill -INT " + interrupted.pid())
                    .start()
                    .waitFor();

            assertThat(interrupted.waitForEnd(SOON)).isEqualTo(130);
            assertThat(terminated.stop()).isEqualTo(143);
            assertThat(interrupted.lines()).noneMatch(line -> line.contains("Exception"));
            assertThat(terminated.lines()).noneMatch(line -> line.contains("Exception"));
        }
    }

    @Test
    void itEndsWhenNobodyReadsItAnyMore() {
        var command = new ArrayList<>(List.of("bash", "-c", "\"$@\" | head -n 1", "follow"));
        command.addAll(followCommand());
        try (var pipe = ProgramProcess.start("follow | head", command)) {
            assertThat(pipe.waitForEnd(SOON)).isZero();
            assertThat(pipe.lines()).anyMatch(line -> beat(line) > 0);
        }
    }

    private ProgramProcess follow() {
        return ProgramProcess.start("follow", followCommand());
    }

    /// Ctrl-C may be switched off for whoever runs the tests, and children inherit that.
    private List<String> followCommand() {
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(java(
                SignalboxProgram.class.getName(),
                "logs",
                "--follow",
                "--service=Heartbeat",
                "--level=DEBUG",
                "--hub-data=" + folder.resolve("hub"),
                "--data=" + folder.resolve("console")));
        return command;
    }

    private static List<String> java(String main, String... arguments) {
        var all = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        all.addAll(List.of(arguments));
        return all;
    }

    private String signalbox(String... words) {
        var out = new StringWriter();
        var all = new ArrayList<>(List.of(words));
        all.add("--hub-data=" + folder.resolve("hub"));
        all.add("--data=" + folder.resolve("console"));
        int code = SignalboxProgram.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    /// The number in `Heartbeat 7`, 0 in other lines.
    private static int beat(String line) {
        int at = line.indexOf("Heartbeat ");
        String number = at < 0 ? "" : line.substring(at + "Heartbeat ".length()).replaceAll("\\D.*", "");
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }
}
