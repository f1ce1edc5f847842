// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.packages.Wheel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages are added from where the operator says, once for the node, and not at all by default.
class PythonPackagesTest {
    private static final String SOURCE = "signalbox.pip-from";
    private static final String USER = PythonSources.service("User", "Start", """
            answer = self.AddPipPackage("sb-answer", "sb_answer", "answer")
            await self.Debug(f"the answer is {answer()}")""");

    @TempDir
    Path folder;

    @TempDir
    Path wheels;

    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        Wheel.write(wheels, "sb_answer", "def answer():\n    return 42\n");
        bench = new Bench(folder);
    }

    @AfterEach
    void end() {
        System.clearProperty(SOURCE);
        bench.close();
    }

    @Test
    void aNodeInstallsNothingUnlessItsOperatorAllowsIt() {
        bench.run(1, USER);
        bench.awaitLine("This node does not install packages while it runs. Its operator allows it with");
    }

    @Test
    void aPackageIsInstalledOnceAndFoundAgainWithoutItsSource() throws IOException {
        System.setProperty(SOURCE, wheels.toString());
        bench.run(1, USER);
        bench.awaitLine("Installed sb-answer");
        bench.awaitLine("the answer is 42");
        try (var all = Files.list(wheels)) {
            all.forEach(file -> file.toFile().delete());
        }
        System.clearProperty(SOURCE);
        bench.restart();
        bench.awaitLine("the answer is 42");
        assertThat(bench.count("Installed sb-answer")).isZero();
    }

    private static final String IMPORTING = PythonSources.service("Importer", "Start", """
            import sb_answer
            again = self.AddPipPackage("sb-answer", "sb_answer", "answer")
            await self.Debug(f"locked: {sb_answer.answer()} and {again()}")""");

    @Test
    void lockedPackagesAreImportedWithoutAnIndexAndBeforeWhatWasAddedLater() throws IOException {
        System.setProperty(SOURCE, wheels.toString());
        bench.run(1, USER);
        bench.awaitLine("the answer is 42");
        System.clearProperty(SOURCE);
        Path locked = Files.createDirectory(folder.resolve("locked"));
        bench.hub.bring(
                "Importer",
                "sb-answer==2.0",
                Wheel.write(locked, "sb_answer", "2.0", "def answer():\n    return 43\n"));
        bench.run(2, IMPORTING);
        bench.awaitLine("locked: 43 and 43");
        bench.hub.reachable = false;
        bench.restart();
        bench.awaitLine("locked: 43 and 43");
    }

    @Test
    void aWheelThatDoesNotFitTheInterpreterRefusesTheReleaseInPipsWords() throws IOException {
        Path wheel = Wheel.write(wheels, "sb_odd", "x = 1\n");
        Path odd = Files.move(wheel, wheels.resolve("sb_odd-1.0-cp27-none-any.whl"));
        bench.hub.bring("Importer", "sb-odd==1.0", odd);
        bench.run(1, IMPORTING);
        bench.awaitStand("0 1 REFUSED python.packages-refused");
        bench.awaitLine("not a supported wheel");
    }
}
