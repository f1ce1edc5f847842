// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.packages.MavenFolder;
import dev.signalbox.testing.packages.SampleJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service is tried from a shell, without a hub.
class TryCommandTest {
    private static final String WATCH =
            Shell.SAMPLES.resolve("services/BoilerWatch.java").toString();

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(folder);
    }

    @AfterEach
    void end() {
        shell.close();
    }

    @Test
    void whatAServiceDoesWithMessagesIsTold() throws IOException {
        Path more = Files.writeString(folder.resolve("more.jsonl"), "{\"celsius\":75}\n\n{\"celsius\":60}\n");
        assertThat(shell.run(
                        "services",
                        "try",
                        WATCH,
                        "--message",
                        "{\"celsius\":99}",
                        "--messages",
                        more.toString(),
                        "--set",
                        "limit=90"))
                .isZero();
        assertThat(shell.said().lines())
                .contains(
                        "debug    Watching over desk",
                        "error    Boiler at 99.0 °C [4101] Over-temperature",
                        "warning  Boiler runs warm: 75.0 °C",
                        "debug    Boiler cools down: 60.0 °C",
                        "It did all that was asked of it.");
        assertThat(shell.said()).contains("to hub   {").contains("message 3 done in");
    }

    @Test
    void whatItDidIsTheExitCodeAndProgramsReadJson() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("Weak.java"),
                "public class Weak extends CustomService {\n    public void start() { throw new IllegalStateException(\"no\\u001b[31m luck\"); }\n}\n");
        assertThat(shell.run("services", "try", broken.toString())).isEqualTo(1);
        assertThat(shell.said())
                .contains(broken + ":2: error: ")
                .contains("luck")
                .doesNotContain("\u001b");
        assertThat(shell.run("services", "try", broken.toString(), "--json")).isEqualTo(1);
        assertThat(shell.said()).contains("{\"kind\":\"FAILED\"");
    }

    @Test
    void aServiceIsTriedWithThePackagesItAsksFor() throws IOException {
        var maven = new MavenFolder(Files.createDirectories(folder.resolve("maven")));
        maven.add(
                "greeting",
                "1.0",
                new SampleJar()
                        .with(
                                "org.example.Greeting",
                                "package org.example; public class Greeting {"
                                        + " public static String text() { return \"good day\"; } }"));
        System.setProperty("signalbox.maven-from", maven.path().toString());
        Path table = Files.writeString(
                folder.resolve("Table.java"),
                "public class Table extends CustomService {\n"
                        + "    public void start() { debug(org.example.Greeting.text()); }\n}\n");
        Path about = folder.resolve("Table.json");
        try {
            Files.writeString(about, "{\"packages\":[\"org.example:greeting:1.0\"]}");
            assertThat(tryWithFolder(table)).isZero();
            assertThat(shell.said()).contains("good day");
            Files.writeString(about, "{\"packages\":[\"org.example:nothing:1.0\"]}");
            assertThat(tryWithFolder(table)).isEqualTo(1);
            assertThat(shell.complained()).contains("org.example:nothing:1.0");
        } finally {
            System.clearProperty("signalbox.maven-from");
        }
    }

    private int tryWithFolder(Path service) {
        return shell.run(
                "services",
                "try",
                service.toString(),
                "--data",
                folder.resolve("console").toString());
    }

    @Test
    void whatCannotBeTriedIsRefusedWithASentence() throws IOException {
        Path python = Files.writeString(folder.resolve("Pump.py"), "class Pump(BaseService):\n    pass\n");
        assertThat(shell.run("services", "try", python.toString())).isEqualTo(1);
        assertThat(shell.complained()).contains("Only Java services can be tried here.");
        assertThat(shell.run("services", "try", WATCH, "--message", "hot")).isEqualTo(1);
        assertThat(shell.complained()).contains("This is no JSON: hot");
        assertThat(shell.run("services", "try", WATCH, "--patience", "0")).isEqualTo(1);
        assertThat(shell.complained()).contains("at least 1 s");
        assertThat(shell.run("services", "try", folder.resolve("Nothing.java").toString()))
                .isEqualTo(1);
        assertThat(shell.complained()).contains("is not there or cannot be read");
    }
}
