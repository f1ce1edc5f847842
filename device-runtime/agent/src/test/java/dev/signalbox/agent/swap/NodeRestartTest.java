// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be stopped makes the node end with a code of its own; started again, it runs without the offender.
class NodeRestartTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Unstoppable", "MonitorDeadlock"})
    void theNodeStartsAnewWithoutWhatItCannotStop(String kind) {
        try (var node = run("1", kind)) {
            node.waitForLine(line -> line.contains("[90026]"), SOON);
            assertThat(node.waitForEnd(SOON)).isEqualTo(Supervisor.RESTART_CODE);
            assertThat(node.lines()).noneMatch(line -> line.contains("LOST"));
        }
        try (var again = run()) {
            again.waitForLine(line -> line.equals("STATE " + kind + " QUARANTINED"), SOON);
            again.waitForLine(line -> line.startsWith("ledger"), SOON);
            assertThat(again.lines()).noneMatch(line -> line.contains("STATE " + kind + " RUNNING"));
        }
    }

    @Test
    void aReleaseThatChangesTheStepLiftsItsQuarantine() {
        try (var node = run("1", "Unstoppable")) {
            assertThat(node.waitForEnd(SOON)).isEqualTo(Supervisor.RESTART_CODE);
        }
        try (var again = run("2", "ExitCall")) {
            again.waitForLine(line -> line.equals("STATE ExitCall RUNNING"), SOON);
            Await.until("the quarantine is forgotten", SOON, () -> !quarantine().contains("Unstoppable"));
        }
        try (var once = run("3", "Unstoppable")) {
            once.waitForLine(line -> line.equals("STATE Unstoppable RUNNING"), SOON);
        }
    }

    private String quarantine() {
        try {
            return Files.readString(folder.resolve("node/quarantine.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ProgramProcess run(String... arguments) {
        return BadServicesTest.program(BenchProgram.class, folder, List.of(arguments));
    }
}
