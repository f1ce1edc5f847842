// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sample with a Python and a Java service, run as its page says, with the programs that are built already.
@Timeout(300)
class SampleDoorTest {
    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void visitsAtThePinReachTheHub() throws IOException, InterruptedException {
        try (var demo = signalbox("demo", "--samples", "../../assets/gpio", "--data", folder.toString())) {
            demo.waitForLine(line -> line.contains("Reads pin simulated"), SOON);
            demo.waitForLine(line -> line.contains("Visit 2 took"), SOON);
            try (var reading =
                    signalbox("streams", "messages", "1", of("--hub-data", "hub"), of("--data", "console"))) {
                assertThat(reading.waitForEnd(SOON)).as("%s", reading.lines()).isZero();
                assertThat(reading.lines()).anyMatch(line -> line.contains("\"visit\":1"));
            }
            new ProcessBuilder("kill", "-INT", "" + demo.pid()).start().waitFor();
            assertThat(demo.waitForEnd(SOON)).as("%s", demo.lines()).isEqualTo(130);
        }
    }

    private String of(String option, String part) {
        return option + "=" + folder.resolve(part);
    }

    private static ProgramProcess signalbox(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                "/usr/bin/env",
                "-u",
                "DISPLAY",
                "SIGNALBOX_BUILD=off",
                "SIGNALBOX_CACHES=off",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "../../signalbox"));
        command.addAll(List.of(arguments));
        return ProgramProcess.start(arguments[0], command);
    }
}
