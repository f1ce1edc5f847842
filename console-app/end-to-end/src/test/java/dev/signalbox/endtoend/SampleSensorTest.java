// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The sample that newcomers run, as they run it, with the programs that are built already.
@Timeout(300)
class SampleSensorTest {
    private static final Duration SOON = Duration.ofSeconds(120);

    private static ProgramProcess run() {
        return ProgramProcess.start(
                "sample",
                List.of(
                        "/usr/bin/env",
                        "SIGNALBOX_BUILD=off",
                        "JAVA_HOME=" + System.getProperty("java.home"),
                        "/bin/bash",
                        "../../assets/sensor/run"));
    }

    private static Path folder(ProgramProcess sample) {
        String line = sample.waitForLine(words -> words.contains("Its folder: "), SOON);
        return Path.of(line.substring(line.indexOf("Its folder: ") + "Its folder: ".length()));
    }

    @Test
    void nothingIsMissingAfterTheNetworkWasCut() {
        try (var sample = run()) {
            Path folder = folder(sample);
            assertThat(sample.waitForEnd(SOON)).as("%s", sample.lines()).isZero();
            assertThat(sample.lines())
                    .anyMatch(line -> line.contains("network is CUT"))
                    .anyMatch(line -> line.matches(".*sensor +measured 400, waiting on its disk [12][0-9][0-9]"))
                    .anyMatch(line -> line.contains("network is back"))
                    .contains(
                            "  sent 600, arrived 600, missing 0, twice 0",
                            "  the sensor says: taken 600 = forwarded 600 + waiting 0 + expired 0 + displaced 0 + damaged 0");
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void ctrlCLeavesNothingBehind() throws IOException, InterruptedException {
        try (var sample = run()) {
            Path folder = folder(sample);
            sample.waitForLine(line -> line.contains("measured 100,"), SOON);
            List<ProcessHandle> family =
                    ProcessHandle.of(sample.pid()).orElseThrow().descendants().toList();
            assertThat(family).hasSizeGreaterThan(2);
            new ProcessBuilder("kill", "-INT", "" + sample.pid()).start().waitFor();
            assertThat(sample.waitForEnd(SOON)).as("%s", sample.lines()).isEqualTo(130);
            Await.until("all have ended", SOON, () -> family.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(folder).doesNotExist();
        }
    }
}
