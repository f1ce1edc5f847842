// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.report.StepState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node that differs from what is assigned to it is told to try again.
class ConvergeTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder.resolve("node"));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private static String saying(String name, String text) {
        return "public class " + name + " extends CustomService { public void start() { debug(\"" + text + "\"); } }";
    }

    /// Starts only once that file is there.
    private static String needing(Path file) {
        return """
                public class Hello extends CustomService {
                    public void start() {
                        if (!new java.io.File("%s").exists()) {
                            throw new IllegalStateException("the cable is out");
                        }
                        debug("with cable");
                    }
                }
                """.formatted(file);
    }

    @Test
    void aReleaseThatFailedHereIsBegunAgainOnceItsReasonIsGone() throws IOException {
        Path cable = folder.resolve("cable");
        bench.run(1, saying("Hello", "good"));
        bench.awaitLine("good");
        bench.run(2, needing(cable));
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        Files.createFile(cable);
        bench.converge();
        bench.awaitLine("with cable");
        bench.awaitStand(Bench.running(2));
    }

    @Test
    void oneThatFailsAgainFallsBackAgain() {
        bench.run(1, saying("Hello", "good"));
        bench.awaitLine("good");
        bench.run(2, needing(folder.resolve("never")));
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        bench.converge();
        bench.awaiting("good runs for the third time", () -> bench.count("good") == 3);
        bench.awaiting("it stands so again", () -> bench.fallBacks() == 2);
    }

    @Test
    void stepsThatAreStoppedAreStartedAndOthersAreLeftAlone() {
        bench.run(1, saying("Hello", "good"), saying("Other", "other"));
        bench.awaitLine("other");
        bench.awaitLine("good");
        bench.act("Hello", StepDeed.STOP);
        bench.converge();
        bench.awaitStep("Hello", StepState.RUNNING);
        bench.awaiting("it was started anew", () -> bench.count("good") == 2);
        assertThat(bench.count("other")).isEqualTo(1);
    }

    @Test
    void withoutAnOrderNothingHappens() {
        bench.converge();
        bench.awaitLine("run what is assigned");
        bench.run(1, saying("Hello", "good"));
        bench.awaitLine("good");
    }
}
