// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the system tells of a process.
final class Processes {
    private static final Path ALL = Path.of("/proc");
    private static final String RESIDENT = "VmRSS:";

    private Processes() {}

    /// Time on a processor; zero where that is not told, or it has ended.
    static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Bytes of it that are in memory now; 0 on machines without `/proc`, and when it has ended.
    static long residentBytes(ProcessHandle process) {
        try (var lines = Files.lines(ALL.resolve(Long.toString(process.pid())).resolve("status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }
}
