// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far a hub may take a node back: to what ran before a release that came in stages, and no further.
class WayBackTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
        bench.trial = Duration.ZERO;
        bench.restart();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private static String saying(String text) {
        return "public class Hello extends CustomService { public void start() { debug(\"" + text + "\"); } }";
    }

    private Order settled(long number, String text) {
        Order order = bench.hub.release(number, saying(text));
        bench.order(order);
        bench.awaitStand(number + " " + number + " SETTLED");
        return order;
    }

    @Test
    void aStagedReleaseIsTakenBackAlsoAfterARestart() {
        Order first = settled(1, "one");
        bench.hub.staged = true;
        settled(2, "two");
        bench.restart();
        bench.awaitLine("two");
        bench.order(first);
        bench.awaitLine("one");
        bench.hub.staged = false;
        settled(3, "three");
    }

    @Test
    void aReleaseForAllIsNotTakenBack() {
        Order first = settled(1, "one");
        settled(2, "two");
        bench.order(first);
        bench.awaitStand("2 1 REFUSED release.older");
    }

    @Test
    void thereIsOneStepBackAndNoFurther() {
        Order first = settled(1, "one");
        bench.hub.staged = true;
        Order second = settled(2, "two");
        settled(3, "three");
        bench.order(second);
        bench.awaiting("two runs again", () -> bench.count("two") == 2);
        bench.order(first);
        bench.awaitStand("2 1 REFUSED release.older");
    }

    @Test
    void whoSkippedAReleaseHasNoWayBackToIt() {
        settled(1, "one");
        bench.hub.staged = true;
        Order second = bench.hub.release(2, saying("two"));
        settled(3, "three");
        bench.order(second);
        bench.awaitStand("3 2 REFUSED release.older");
    }

    @Test
    void whatItWasTakenBackToMayChangeItsSteps() {
        Order first = settled(1, "one");
        bench.hub.staged = true;
        settled(2, "two");
        bench.order(first);
        bench.awaiting("one runs again", () -> bench.count("one") == 2);
        bench.order(HubTable.only(first));
        bench.awaiting("nothing runs", () -> bench.running() == 0);
    }
}
