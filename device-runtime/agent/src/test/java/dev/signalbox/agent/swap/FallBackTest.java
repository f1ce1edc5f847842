// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FallBackTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private static String saying(String name, String text) {
        return "public class " + name + " extends CustomService { public void start() { debug(\"" + text + "\"); } }";
    }

    private static String dying(String name, String why) {
        return "public class " + name + " extends CustomService {\n"
                + "    public void start() { throw new IllegalStateException(\"" + why + "\"); }\n}";
    }

    @Test
    void aDeathInTheTrialTakesTheNodeBackAndTheFailedReleaseIsNotTriedAgain() {
        bench.run(1, saying("Hello", "good"));
        bench.awaitLine("good");
        var bad = bench.hub.release(2, dying("Hello", "valve stuck"));
        bench.order(bad);
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        bench.awaitLine("Hello.java:2");
        bench.order(bad);
        bench.run(3, saying("Hello", "mended"));
        bench.awaitLine("mended");
        assertThat(bench.count("good")).isEqualTo(2);
    }

    @Test
    void aFailedReleaseIsStillToldAsSuchAfterARestart() {
        bench.run(1, saying("Hello", "good"));
        bench.awaitLine("good");
        var bad = bench.run(2, dying("Hello", "valve stuck"));
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        bench.restart();
        bench.order(bad);
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
    }

    @Test
    void moreStepsOfAReleaseOnTrialGoBackToItsPredecessor() {
        bench.run(1, saying("Hello", "good"));
        bench.awaitLine("good");
        var second = bench.hub.release(2, saying("Hello", "better"), dying("Weak", "no luck"));
        bench.order(HubTable.only(second, "Hello"));
        bench.awaitLine("better");
        bench.order(second);
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
    }

    @Test
    void moreStepsOfASettledReleaseGoBackToThoseThatRan() {
        bench.trial = Duration.ZERO;
        bench.restart();
        var first = bench.hub.release(1, saying("Hello", "good"), dying("Weak", "no luck"));
        var narrow = HubTable.only(first, "Hello");
        bench.order(narrow);
        bench.awaitStand("1 1 SETTLED");
        bench.trial = Duration.ofSeconds(60);
        bench.restart();
        bench.order(first);
        bench.awaitStand("1 1 FELL_BACK release.fell-back");
        bench.order(narrow);
        bench.awaitStand("1 1 SETTLED");
        bench.order(first);
        bench.awaitStand("1 1 FELL_BACK release.fell-back");
    }

    @Test
    void aTrialThatTheNodeDoesNotOutliveIsBegunFiveTimesAtMost() {
        bench.run(1, saying("Hello", "good"));
        bench.awaitStand(Bench.running(1));
        bench.run(2, saying("Hello", "lethal"));
        bench.awaitStand(Bench.running(2));
        for (int begun = 2; begun <= SwapState.MOST_BEGINNINGS; begun++) {
            bench.restart();
            bench.awaitStand(Bench.running(2));
        }
        bench.restart();
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        bench.awaitLine("the node itself ended 5 times in it");
        bench.restart();
        bench.awaitStand("1 1 SETTLED");
    }

    @Test
    void aFirstReleaseThatTheNodeDoesNotOutliveIsGivenUpAndAnotherOneRuns() {
        bench.run(1, saying("Hello", "lethal"));
        for (int begun = 1; begun <= SwapState.MOST_BEGINNINGS; begun++) {
            bench.awaitStand(Bench.running(1));
            bench.restart();
        }
        bench.awaitStand("0 1 FELL_BACK release.given-up");
        bench.run(2, saying("Hello", "mended"));
        bench.awaitStand(Bench.running(2));
    }

    @Test
    void aTrialWhoseReleaseIsNotWholeOnDiskAnyMoreGoesBack() throws Exception {
        bench.run(1, saying("Hello", "good"));
        bench.awaitStand(Bench.running(1));
        bench.run(2, saying("Hello", "other"));
        bench.awaitStand(Bench.running(2));
        java.nio.file.Files.delete(folder.resolve("releases").resolve("2.json"));
        bench.restart();
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
    }
}
