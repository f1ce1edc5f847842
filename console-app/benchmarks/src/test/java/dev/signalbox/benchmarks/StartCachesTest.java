// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.signalbox.cli.process.Home;
import dev.signalbox.cli.process.Program;
import dev.signalbox.cli.training.Training;
import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// On the programs as they are built.
@Timeout(600)
class StartCachesTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void allProgramsStartFromTheirCachesAndWithoutAWordFromDamagedOnes() throws Exception {
        Path checkout = Path.of("../..").toRealPath();
        assumeThat(checkout.resolve("console-app/desktop/target/console"))
                .as("built by mvn verify")
                .exists();
        var home = new Home(checkout, Files.createDirectories(folder.resolve("caches")));

        new Training(home, Files.createDirectories(folder.resolve("training"))).run();

        for (Program program : Program.values()) {
            List<String> command = home.command(program, List.of("--help"));
            List<String> plain = output(home.plainCommand(program, List.of("--help")));
            assertThat(output(onlyFromCache(command))).isEqualTo(plain);

            Files.writeString(home.cache(program).file(), "damaged");
            assertThat(output(command)).isEqualTo(plain);
        }
    }

    /// The JVM ends at once if it does not take the cache.
    private static List<String> onlyFromCache(List<String> command) {
        var strict = new ArrayList<>(command);
        strict.add(strict.indexOf("-cp"), "-XX:AOTMode=on");
        return strict;
    }

    private static List<String> output(List<String> command) {
        try (var program = ProgramProcess.start("program", command)) {
            assertThat(program.waitForEnd(SOON)).isZero();
            return program.lines();
        }
    }
}
