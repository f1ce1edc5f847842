// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node that gets one release after the other holds no more after many than after a few. `run service-start` does it
/// with 2,000.
class ReleasedOftenTest {
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final int WARM = 20;
    private static final int TIMES = 60;

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftOfFormerVersions() {
        var arguments = List.of(Integer.toString(WARM), Integer.toString(TIMES));
        try (var node = BadServicesTest.program(ReleasedOftenProgram.class, folder, arguments)) {
            long[] before = held(node, 1);
            long[] after = held(node, 2);
            assertThat(after[0] - before[0]).as("classes").isLessThan(2 * TIMES);
            assertThat(after[1] - before[1]).as("KiB of metaspace").isLessThan(5 * TIMES);
            assertThat(after[2] - before[2]).as("threads").isLessThan(TIMES / 2);
            assertThat(after[3] - before[3]).as("open files").isLessThan(TIMES / 2);
        }
    }

    private static long[] held(ProgramProcess node, int count) {
        String line = node.waitForLine(one -> one.startsWith("HELD "), count, LONG);
        return Stream.of(line.substring("HELD ".length()).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
