// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.release.Order;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.testing.disk.DiskStep;
import dev.signalbox.testing.disk.DiskWatch;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a node does when its disk takes nothing, gives nothing, or gives back something else.
class DiskTroubleTest {
    private static final Predicate<DiskStep> NEVER = step -> false;

    @TempDir
    Path folder;

    private volatile Predicate<DiskStep> failing = NEVER;
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(DiskWatch.over(folder, this::before));
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private void before(DiskStep step) throws IOException {
        if (failing.test(step)) {
            throw new IOException("No space left on device");
        }
    }

    private static boolean isState(DiskStep step) {
        return step.kind().grows() && step.path().endsWith("state.json.new");
    }

    private static String saying(String name, String text) {
        return "public class " + name + " extends CustomService {\n"
                + "    public void start() { debug(\"" + text + "\"); }\n"
                + "    public void fail(Message message) { throw new IllegalStateException(\"no luck\"); }\n}";
    }

    private void runTwo() {
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        bench.run(2, saying("Hello", "two"));
        bench.awaitStand(Bench.running(2));
        bench.awaitLine("two");
    }

    private void fail() {
        var _ = bench.call("Hello", "fail", 1);
    }

    private String state() {
        try {
            return Files.readString(folder.resolve("state.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void aTrialEndsThoughTheDiskIsFullAndIsWrittenDownOnceThereIsRoom() {
        bench.trial = Duration.ofSeconds(1);
        bench.restart();
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        failing = DiskTroubleTest::isState;
        bench.awaitStand("1 1 SETTLED");
        assertThat(state()).contains("TRIAL");
        failing = NEVER;
        Await.until("it is written down", Bench.SOON, () -> state().contains("SETTLED"));
    }

    @Test
    void whatTheNextStartMayNeedIsDeletedOnlyWhenTheEndOfTheTrialIsWrittenDown() {
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        bench.trial = Duration.ofSeconds(1);
        bench.restart();
        bench.awaitStand("1 1 SETTLED");
        bench.run(2, saying("Hello", "two"));
        bench.awaitStand(Bench.running(2));
        failing = DiskTroubleTest::isState;
        bench.awaitStand("2 2 SETTLED");
        assertThat(releases()).contains("1.json", "2.json");
        failing = NEVER;
        Await.until("what nothing needs is gone", Bench.SOON, () -> releases().equals(Set.of("2.json")));
    }

    private Set<String> releases() {
        return Set.of(Objects.requireNonNull(folder.resolve("releases").toFile().list()));
    }

    @Test
    void aFailingReleaseGoesBackThoughTheDiskIsFull() {
        runTwo();
        failing = step -> step.kind().grows();
        fail();
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        failing = NEVER;
        Await.until("it is written down", Bench.SOON, () -> state().contains("no luck"));
        bench.restart();
        bench.awaitStand("1 1 SETTLED");
    }

    @Test
    void aFailingReleaseGoesBackOnceTheDiskCanBeRead() {
        runTwo();
        failing = step -> step.kind() == DiskStep.Kind.READ;
        fail();
        bench.awaitStand("2 2 TRIAL storage.unusable");
        failing = NEVER;
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
    }

    @Test
    void whatFailsWithNothingWholeToGoBackToIsStartedAgain() throws IOException {
        runTwo();
        Files.delete(folder.resolve("releases/1.json"));
        fail();
        bench.awaitLine("Release 1 is not whole");
        Await.until("it starts again", Bench.SOON, () -> bench.count("two") == 2);
    }

    @Test
    void aReleaseOnTrialBeginsThoughTheDiskIsFull() {
        runTwo();
        failing = step -> step.kind().grows();
        bench.restart();
        bench.awaitStand(Bench.running(2));
        failing = NEVER;
        Await.until("its beginning counts", Bench.SOON, () -> state().contains("\"begun\":2"));
    }

    @Test
    void aReleaseThatCannotBeReadAtTheStartBeginsOnceItCan() {
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        failing = step -> step.kind() == DiskStep.Kind.READ && step.path().endsWith("1.json");
        bench.restart();
        bench.awaitStand("0 1 PREPARING storage.unusable");
        failing = NEVER;
        bench.awaitStand(Bench.running(1));
    }

    @Test
    void whatOperatorsSwitchOffIsOffThoughTheDiskIsFullAndStaysSo() throws IOException {
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        failing = step -> step.kind().grows();
        bench.switches(Switches.ALL_ON.withMaintenance(true));
        bench.awaitStep("Hello", StepState.STOPPED);
        failing = NEVER;
        Await.until("it is written down", Bench.SOON, () -> Files.exists(folder.resolve("switches.json")));
        bench.restart();
        bench.awaitStep("Hello", StepState.STOPPED);
    }

    @Test
    void aReleaseThatTheDiskDidNotTakeInTheEndDoesNotRunAtTheNextStart() {
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        failing = step -> step.kind() == DiskStep.Kind.SYNC && step.path().equals(folder);
        bench.run(2, saying("Hello", "two"));
        bench.awaitStand("1 2 PREPARING storage.unusable");
        bench.run(3, "public class Hello extends CustomService { int x = y; }");
        bench.awaitStand("1 3 REFUSED service.does-not-compile");
        failing = NEVER;
        Await.until("it is as before on disk, too", Bench.SOON, () -> !state().contains("\"release\":2"));
        bench.restart();
        bench.awaitStand(Bench.running(1));
        assertThat(bench.count("two")).isZero();
    }

    @Test
    void aDamagedStateIsMovedAsideAndTheNodeRunsWhatTheHubOrdersButNothingOlder() throws IOException {
        Order first = bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        Order second = bench.run(2, saying("Hello", "two"));
        bench.awaitStand(Bench.running(2));
        for (String damage : new String[] {"", "{\"phase\":\"TRI", "{}", "null", "\0\0\0"}) {
            Files.writeString(folder.resolve("state.json"), damage);
            bench.restart();
            bench.awaitStand("0 0 REFUSED node.state-damaged");
            bench.awaitLine("state.json.damaged-");
            bench.order(first);
            bench.awaitStand("0 1 REFUSED release.older");
            bench.order(second);
            bench.awaitStand(Bench.running(2));
        }
        assertThat(folder.toFile().list((at, name) -> name.startsWith("state.json.damaged-")))
                .hasSize(5);
    }

    @Test
    void whateverElseADiskSpoilsIsFetchedAgain() throws IOException {
        Order order = bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        for (String name : new String[] {"trust.json", "releases/1.json", "box.key"}) {
            Files.write(folder.resolve(name), new byte[0]);
            bench.restart();
            bench.order(order);
            bench.awaitStand(Bench.running(1));
        }
    }

    @Test
    void whatIsCancelledIsNotFetchedToItsEnd() {
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand(Bench.running(1));
        Order cancelled = bench.hub.release(2, saying("Hello", "two"), saying("More", "more"));
        Order newer = bench.hub.release(3, saying("Hello", "three"));
        bench.hub.whenAsked = () -> {
            bench.hub.whenAsked = () -> {};
            bench.order(newer);
        };
        bench.order(cancelled);
        bench.awaitLine("release 2 is not wanted any more");
        bench.awaitStand(Bench.running(3));
        assertThat(bench.stands).doesNotContain("2 2 TRIAL");
        assertThat(releases()).doesNotContain("2.json");
    }
}
