// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The command itself, and the way of a service from a file into a release.
class SignalboxProgramTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void everyVerbHasHelp() {
        for (String noun : List.of("step", "log")) {
            SignalboxProgram.commandLine()
                    .getSubcommands()
                    .get("nodes")
                    .getSubcommands()
                    .get(noun)
                    .getSubcommands()
                    .keySet()
                    .forEach(verb ->
                            assertThat(shell.run("nodes", noun, verb, "--help")).isZero());
        }
        for (CommandLine verb : SignalboxProgram.commandLine().getSubcommands().values()) {
            verb.getSubcommands()
                    .keySet()
                    .forEach(noun -> assertThat(shell.run(verb.getCommandName(), noun, "--help"))
                            .isZero());
        }
        assertThat(shell.run("--help")).isZero();
        assertThat(shell.said()).contains("demo", "services", "release", "logs");
    }

    @Test
    void aWrongUseIsTwo() {
        assertThat(shell.run("services", "dance")).isEqualTo(2);
        assertThat(shell.run("logs", "--level", "LOUD")).isEqualTo(2);
    }

    @Test
    void withoutAHubThereIsASentence() {
        assertThat(shell.on("nodes", "list")).isEqualTo(1);
        assertThat(shell.complained()).contains("No hub has been started in").doesNotContain("Exception");
    }

    @Test
    void theSamplesCompileAndAreReleased() throws Exception {
        shell.startHub();
        assertThat(shell.run(Shell.with(List.of("services", "check"), Shell.samples("services", ".java"))))
                .isZero();
        assertThat(shell.on(Shell.with(List.of("services", "push"), Shell.samples("services", ".java"))))
                .isZero();
        assertThat(shell.on(Shell.with(List.of("flows", "push"), Shell.samples("flows", ".json"))))
                .isZero();
        assertThat(shell.on("nodes", "add", "press-01", "--tag", "site=north")).isZero();
        assertThat(shell.said()).contains("signalbox2.");

        assertThat(shell.on("release", "--dry-run")).isZero();
        assertThat(shell.on("release", "--note", "first")).isZero();

        assertThat(shell.said())
                .contains("press-01: starts boiler/band, boiler/sensor, boiler/watch, pulse/beat;")
                .contains("Release 1 is on its way.");
        assertThat(shell.on("services", "list")).isZero();
        assertThat(shell.said()).contains("BoilerWatch").contains("released");
        assertThat(shell.on("releases", "list")).isZero();
        assertThat(shell.said()).containsPattern("1 +\\S+Z +\\S+ +first");
        assertThat(shell.on("releases", "compare", "0", "1")).isZero();
        assertThat(shell.said()).contains("Flow boiler").contains("+ watch: BoilerWatch 0.1");
        assertThat(shell.on("releases", "compare", "1", "1")).isZero();
        assertThat(shell.said()).contains("Nothing differs.");
        assertThat(shell.on("releases", "compare", "1", "9")).isEqualTo(1);
        assertThat(shell.complained()).contains("There is no release 9");
        assertThat(shell.on("nodes", "tags", "press-01", "site=south")).isZero();
        assertThat(shell.on("nodes", "list", "--json")).isZero();
        assertThat(shell.said()).contains("\"site\" : \"south\"");
        assertThat(shell.on("services", "show", "Heartbeat")).isZero();
        assertThat(shell.said()).contains("class Heartbeat");
    }

    @Test
    void aReleaseInStagesIsSteeredFromTheShell() throws Exception {
        shell.startHub();
        Path file = Files.writeString(folder.resolve("Hello.java"), hello("one"));
        Path flow = Files.writeString(folder.resolve("hello.json"), """
                {"name": "hello", "steps": [{"name": "hello", "service": "Hello", "version": "latest", "properties": {},
                 "assignment": {"nodes": ["press-01", "press-02"], "tags": {}}, "x": 0, "y": 0}]}
                """);
        assertThat(shell.on("services", "push", file.toString())).isZero();
        assertThat(shell.on("flows", "push", flow.toString())).isZero();
        assertThat(shell.on("nodes", "add", "press-01")).isZero();
        assertThat(shell.on("nodes", "add", "press-02")).isZero();
        assertThat(shell.on("release", "--stages", "10,100")).isEqualTo(1);
        assertThat(shell.complained()).contains("The first release cannot come in stages");
        assertThat(shell.on("release", "--stages", "10,5")).isEqualTo(1);
        assertThat(shell.complained()).contains("percentages that rise to 100");
        assertThat(shell.on("release")).isZero();

        Files.writeString(file, hello("two"));
        assertThat(shell.on("services", "push", file.toString())).isZero();
        assertThat(shell.on("release", "--stages", "10,100", "--soak", "PT0S")).isZero();
        assertThat(shell.said()).contains("Release 2 is on its way, in stages.");
        Await.until(
                "the first stage waits for its node",
                Duration.ofSeconds(60),
                () -> shell.on("rollouts", "list") == 0
                        && shell.said().matches("(?s).*\\n2 +running +1 of 2, 10 % +2 +2 +0.*"));
        assertThat(shell.on("release")).isEqualTo(1);
        assertThat(shell.complained()).contains("still on its way to its nodes");
        assertThat(shell.on("rollouts", "pause", "2")).isZero();
        assertThat(shell.on("rollouts", "resume", "2")).isZero();
        assertThat(shell.on("rollouts", "next", "2")).isZero();
        assertThat(shell.on("rollouts", "halt", "2")).isZero();
        assertThat(shell.said())
                .contains("Release 2 is paused, stage 1 of 2, 10 %")
                .contains("Release 2 is running, stage 2 of 2, 100 %")
                .contains("Release 2 is halted");
        assertThat(shell.on("rollouts", "resume", "2")).isEqualTo(1);
        assertThat(shell.on("rollouts", "follow", "2")).isEqualTo(1);
        assertThat(shell.on("rollouts", "show", "2")).isZero();
        assertThat(shell.said()).contains("It was halted by owner.");
        assertThat(shell.on("rollouts", "show", "1")).isEqualTo(1);
        assertThat(shell.on("release")).isZero();
        assertThat(shell.said()).contains("Release 3 is on its way.");
    }

    private static String hello(String word) {
        return "public class Hello extends CustomService { public void start() { debug(\"" + word + "\"); } }";
    }

    @Test
    void pushingTheSameTwiceChangesNothing() {
        shell.startHub();
        String file = Shell.SAMPLES.resolve("services/Heartbeat.java").toString();
        shell.on("services", "push", file);
        shell.on("services", "push", file);

        assertThat(shell.said().lines().filter(line -> line.equals("Heartbeat 0.1 stored")))
                .hasSize(2);
    }

    @Test
    void whatDoesNotCompileIsToldWithItsPlace() throws Exception {
        shell.startHub();
        Path file = Files.writeString(folder.resolve("Pump.java"), """
                import dev.signalbox.api.CustomService;
                public class Pump extends CustomService {
                    public void start() { debugg("x"); }
                }
                """);
        Path flow = Files.writeString(folder.resolve("pump.json"), """
                {"name": "pump", "steps": [{"name": "p", "service": "Pump", "version": "latest", "properties": {},
                 "assignment": {"nodes": ["press-01"], "tags": {}}, "x": 0, "y": 0}]}
                """);
        assertThat(shell.run("services", "check", file.toString())).isEqualTo(1);
        assertThat(shell.said()).contains("Pump.java:3:27: error: ");
        assertThat(shell.on("flows", "push", flow.toString())).isZero();
        assertThat(shell.complained()).contains("pump cannot be released before the hub has Pump");
        shell.forgetComplaints();
        assertThat(shell.on("services", "push", file.toString())).isZero();
        assertThat(shell.on("flows", "push", flow.toString())).isZero();
        assertThat(shell.complained()).isEmpty();

        assertThat(shell.on("release")).isEqualTo(1);
        assertThat(shell.complained()).startsWith("Pump.java:3:27: error: ");
    }
}
