// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.release.Order;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators do to steps that run.
class OperatorTest {
    private static final StepAddress TAKER_STEP = new StepAddress("flow", "Taker");
    private static final String COUNTER = """
        public class Counter extends CustomService {
            long n;
            public void start() { every(Duration.ofMillis(5), () -> emit(Map.of("n", ++n))); }
        }
        """;
    private static final String TAKER = """
        public class Taker extends CustomService {
            public void start() { debug("taker starts"); }
            public void process(Message message) { debug("took " + message.body().get("n").asLong()); }
            public void move(Message message) { debug("moves " + message.body().get("mm").asLong()); }
            public void fail(Message message) { throw new IllegalStateException("no luck"); }
        }
        """;
    private static final String WEAK = """
        public class Taker extends CustomService {
            public void process(Message message) { throw new IllegalStateException("no luck"); }
        }
        """;

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

    @Test
    void aRestartLosesNoMessage() {
        bench.run(1, COUNTER, TAKER);
        bench.awaitLine("took 20");
        bench.act("Taker", StepDeed.RESTART);
        bench.awaitStep("Taker", StepState.RUNNING);
        bench.awaitLine("took 120");
        List<String> taken = bench.lines.stream()
                .map(line -> line.text())
                .filter(text -> text.startsWith("took"))
                .limit(120)
                .toList();
        assertThat(taken)
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 120)
                        .mapToObj(n -> "took " + n)
                        .toList());
        assertThat(bench.count("taker starts")).isEqualTo(2);
    }

    @Test
    void aRestartLiftsAQuarantine() {
        bench.run(1, COUNTER, WEAK);
        bench.awaitState("Taker QUARANTINED");
        bench.lines.clear();
        bench.act("Taker", StepDeed.RESTART);
        bench.awaitLine("no luck");
    }

    @Test
    void aStoppedStepKeepsWhatComesAndDoesItWhenItIsStartedAgain() {
        bench.run(1, COUNTER, TAKER);
        bench.awaitLine("took 5");
        var stopped = bench.act("Taker", StepDeed.STOP);
        assertThat(stopped.state()).isEqualTo(StepState.STOPPED);
        assertThat(stopped.problem()).map(Problem::code).contains("step.stopped");
        long before = taken();
        bench.act("Taker", StepDeed.START);
        bench.awaitLine("took " + (before + 50));
        assertThat(bench.lines.stream().map(line -> line.text()).filter(text -> text.startsWith("took")))
                .doesNotHaveDuplicates();
        assertThat(bench.act("Taker", StepDeed.START).state()).isEqualTo(StepState.RUNNING);
    }

    @Test
    void nobodyWaitsForRoomInAStoppedStepAndWhatIsTooMuchIsSaid() {
        bench.run(1, """
            public class Flood extends CustomService {
                public void go(Message message) {
                    for (int n = 0; n < 1_100; n++) { emit(Map.of("n", n)); }
                    debug("flooded");
                }
            }
            """, TAKER);
        bench.awaitStep("Taker", StepState.RUNNING);
        bench.act("Taker", StepDeed.STOP);
        bench.call("Flood", "go", Map.of());
        bench.awaitLine("flooded");
        bench.awaitLine("The step flow/Taker stands still and its mailbox is full: 64 messages dropped so far");
    }

    @Test
    void aStoppedStepRunsAgainAfterTheNodeDid() {
        bench.run(1, COUNTER, TAKER);
        bench.awaitLine("took 5");
        bench.act("Taker", StepDeed.STOP);
        bench.restart();
        bench.awaitLine("took 5");
    }

    @Test
    void aDisabledStepDoesNotRunAndItsNeighboursGoOn() {
        bench.run(1, COUNTER, TAKER);
        bench.awaitLine("took 5");
        bench.switches(Switches.ALL_ON.withStep(TAKER_STEP, true));
        bench.awaitStep("Taker", StepState.STOPPED);
        bench.awaitLine("The step flow/Taker is switched off: 16 messages dropped so far");
        assertThat(bench.report("Taker").problem()).map(Problem::code).contains("step.disabled");
        assertThat(bench.report("Counter").state()).isEqualTo(StepState.RUNNING);
        refuses("step.disabled", () -> bench.act("Taker", StepDeed.START));
        bench.lines.clear();
        bench.switches(Switches.ALL_ON);
        bench.awaitLine("took ");
    }

    @Test
    void whatIsDisabledStaysSoOverRestartsAndReleases() {
        bench.run(1, COUNTER, TAKER);
        bench.awaitLine("took 5");
        bench.switches(Switches.ALL_ON.withFlows(List.of("FLOW")));
        bench.awaitStep("Taker", StepState.STOPPED);
        bench.restart();
        bench.awaitStand("1 1 TRIAL");
        assertThat(bench.report("Counter").problem()).map(Problem::code).contains("flow.disabled");
        bench.run(2, COUNTER, TAKER.replace("took", "caught"));
        bench.awaitStand("2 2 TRIAL");
        assertThat(bench.report("Taker").state()).isEqualTo(StepState.STOPPED);
        bench.switches(Switches.ALL_ON);
        bench.awaitLine("caught 5");
        assertThat(bench.lines.stream().noneMatch(line -> line.text().startsWith("took")))
                .isTrue();
    }

    @Test
    void aStepThatIsDisabledDoesWhatWaitsForItFirst() {
        bench.run(1, """
            public class Burst extends CustomService {
                public void go(Message message) { for (int n = 1; n <= 200; n++) { emit(Map.of("n", n)); } }
            }
            """, TAKER);
        bench.awaitStep("Taker", StepState.RUNNING);
        bench.call("Burst", "go", Map.of());
        bench.awaitLine("took 1");
        bench.switches(Switches.ALL_ON.withStep(TAKER_STEP, true));
        bench.awaitLine("took 200");
    }

    @Test
    void whatIsBrokenStaysOffAndItsNeighboursAreSwitchedOn() {
        bench.run(1, COUNTER);
        bench.awaitStand("1 1 TRIAL");
        bench.switches(Switches.ALL_ON.withNode(true));
        bench.awaitStep("Counter", StepState.STOPPED);
        bench.run(2, COUNTER.replace("start()", "start() "), "public class Taker extends CustomService { int n = ; }");
        bench.awaitStand("2 2 TRIAL");
        bench.switches(Switches.ALL_ON);
        bench.awaitStep("Counter", StepState.RUNNING);
        bench.awaitLine("Taker.java:1");
        assertThat(bench.report("Taker").state()).isEqualTo(StepState.STOPPED);
    }

    @Test
    void inMaintenanceNothingRunsAndAReleaseWaits() {
        bench.run(1, COUNTER, TAKER);
        bench.awaitLine("took 5");
        bench.switches(Switches.ALL_ON.withMaintenance(true));
        bench.awaitStep("Counter", StepState.STOPPED);
        bench.awaitStep("Taker", StepState.STOPPED);
        Order next = bench.run(2, COUNTER, TAKER.replace("took", "caught"));
        bench.awaitStand("1 2 PREPARING release.waits");
        bench.switches(Switches.ALL_ON);
        bench.order(next);
        bench.awaitLine("caught 5");
    }

    @Test
    void anOperatorCallsAMethodAndHearsWhatBecameOfIt() throws Exception {
        bench.run(1, TAKER);
        bench.awaitStep("Taker", StepState.RUNNING);
        bench.call("Taker", "move", Map.of("mm", 7)).toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(bench.count("moves 7")).isEqualTo(1);
        CompletableFuture<?> failing = bench.call("Taker", "fail", Map.of()).toCompletableFuture();
        assertThatThrownBy(() -> failing.get(60, TimeUnit.SECONDS)).hasMessageContaining("no luck");
        Await.until("it is started again", Bench.SOON, () -> bench.count("taker starts") == 2);
        bench.awaitStep("Taker", StepState.RUNNING);
        refuses("step.no-such-method", () -> bench.call("Taker", "dance", Map.of()));
        refuses("step.not-known", () -> bench.call("Nobody", "move", Map.of()));
        bench.act("Taker", StepDeed.STOP);
        refuses("step.not-running", () -> bench.call("Taker", "move", Map.of()));
    }

    private long taken() {
        return bench.lines.stream()
                .filter(line -> line.text().startsWith("took"))
                .count();
    }

    private static void refuses(String code, Runnable asked) {
        assertThatThrownBy(asked::run)
                .extracting(thrown -> thrown instanceof ProblemException ? thrown : thrown.getCause())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
