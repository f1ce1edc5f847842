// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

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
}
