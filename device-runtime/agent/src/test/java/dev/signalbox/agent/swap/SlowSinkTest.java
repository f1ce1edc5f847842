// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.chance.Chance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F6: a sink that is ten times slower than its source, with messages of 20,000 letters, in a process with the memory
/// of
/// a node. Who sends waits; nothing is dropped, and the process stays below what it may take.
class SlowSinkTest {
    private static final int SECONDS = Chance.many("seconds", 10);
    private static final Duration LONG = Duration.ofSeconds(120 + 10L * SECONDS);

    /// In MiB: the heap of such a node, and what Java takes beside it.
    private static final long CEILING = 64 + 100;

    @TempDir
    Path folder;

    @Test
    void theNodeStaysInItsMemoryAndNothingIsLost() {
        int messages = SECONDS * SlowSinkProgram.A_SECOND;
        try (var node = BadServicesTest.program(SlowSinkProgram.class, folder, List.of())) {
            node.waitForLine(line -> line.startsWith("ledger " + messages + " "), LONG);
            long resident = node.largestResidentMebibytes();
            System.out.printf("SlowSinkTest: %d messages, %d MiB of %d%n", messages, resident, CEILING);
            assertThat(resident).isLessThanOrEqualTo(CEILING + CEILING / 20);
            assertThat(node.lines())
                    .noneMatch(line -> line.contains("LOST"))
                    .noneMatch(line -> line.contains("dropped"))
                    .noneMatch(line -> line.contains("OutOfMemory"));
        }
    }
}
