// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One step stands still, or does one thing after the other, while its neighbours go on.
class PausedStepTest {
    private static final String BURST = """
        public class Burst extends CustomService {
            public void go(Message message) {
                long many = message.body().get("many").asLong();
                for (long n = 1; n <= many; n++) { emit(Map.of("n", n)); }
                debug("sent " + many);
            }
        }
        """;
    private static final String TAKER = """
        public class Taker extends CustomService {
            public void start() { debug("taker starts"); }
            public void process(Message message) {
                long n = message.body().get("n").asLong();
                debug("took " + n);
                if (n == 2) { throw new IllegalStateException("no luck"); }
            }
        }
        """;
    private static final String CLOCK = """
        public class Clock extends CustomService {
            long n;
            public void start() { every(Duration.ofMillis(5), () -> debug("tick " + ++n)); }
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
    void doesOneMessageAfterTheOtherAsItIsAsked() {
        pause("Taker", BURST, TAKER);
        burst(10);
        assertThat(taken()).isEmpty();
        bench.act("Taker", StepDeed.NEXT);
        bench.awaitLine("took 1");
        bench.awaiting("it holds again", () -> bench.report("Taker").state() == StepState.PAUSED);
        assertThat(taken()).containsExactly("took 1");
        bench.act("Taker", StepDeed.NEXT);
        bench.awaitLine("no luck");
        bench.awaiting("it is paused after its death", () -> bench.count("taker starts") == 2);
        bench.awaitStep("Taker", StepState.PAUSED);
        assertThat(taken()).containsExactly("took 1", "took 2");
        bench.act("Taker", StepDeed.RESUME);
        bench.awaitLine("took 10");
        assertThat(bench.report("Taker").state()).isEqualTo(StepState.RUNNING);
        assertThat(taken())
                .isEqualTo(
                        LongStream.rangeClosed(1, 10).mapToObj(n -> "took " + n).toList());
    }

    @Test
    void whatIsLetThroughBeforeItComesIsDoneWhenItComes() {
        pause("Taker", BURST, TAKER);
        bench.act("Taker", StepDeed.NEXT);
        burst(5);
        bench.awaitLine("took 1");
        assertThat(taken()).containsExactly("took 1");
    }

    @Test
    void aSourceDoesWhatIsDueOnceAtATime() {
        pause("Clock", CLOCK);
        long before = ticks();
        bench.act("Clock", StepDeed.NEXT);
        bench.awaitLine("tick " + (before + 1));
        assertThat(ticks()).isEqualTo(before + 1);
        bench.act("Clock", StepDeed.RESUME);
        bench.awaitLine("tick " + (before + 20));
    }

    @Test
    void nobodyWaitsForRoomInAPausedStep() {
        pause("Taker", BURST, TAKER);
        burst(1_100);
        bench.awaitLine("The step flow/Taker stands still and its mailbox is full: 64 messages dropped so far");
    }

    @Test
    void aPauseEndsWithAStartAStopAReleaseAndConvergence() {
        pause("Taker", BURST, TAKER);
        bench.act("Taker", StepDeed.START);
        bench.awaitStep("Taker", StepState.RUNNING);
        assertThat(bench.count("taker starts")).isEqualTo(1);
        bench.act("Taker", StepDeed.PAUSE);
        bench.awaitStep("Taker", StepState.PAUSED);
        assertThat(bench.act("Taker", StepDeed.STOP).state()).isEqualTo(StepState.STOPPED);
        refuses("step.not-running", StepDeed.PAUSE);
        bench.act("Taker", StepDeed.START);
        bench.act("Taker", StepDeed.PAUSE);
        bench.awaitStep("Taker", StepState.PAUSED);
        bench.converge();
        bench.awaitStep("Taker", StepState.RUNNING);
        bench.act("Taker", StepDeed.PAUSE);
        bench.awaitStep("Taker", StepState.PAUSED);
        burst(1);
        bench.run(2, BURST, TAKER.replace("took", "caught"));
        bench.awaitLine("caught 1");
    }

    @Test
    void aPausedStepThatIsDisabledDoesWhatWaitsForItFirst() {
        pause("Taker", BURST, TAKER.replace("n == 2", "n < 0"));
        burst(200);
        bench.switches(Switches.ALL_ON.withStep(new StepAddress("flow", "Taker"), true));
        bench.awaitLine("took 200");
    }

    @Test
    void oneThatIsNotPausedDoesNotDoOneAtATime() {
        bench.run(1, TAKER);
        bench.awaitStep("Taker", StepState.RUNNING);
        refuses("step.not-paused", StepDeed.NEXT);
        assertThat(bench.act("Taker", StepDeed.RESUME).state()).isEqualTo(StepState.RUNNING);
    }

    private void pause(String name, String... sources) {
        bench.run(1, sources);
        bench.awaitStep(name, StepState.RUNNING);
        bench.act(name, StepDeed.PAUSE);
        bench.awaitStep(name, StepState.PAUSED);
        assertThat(bench.report(name).problem()).map(Problem::code).contains("step.paused");
    }

    private void burst(long many) {
        bench.call("Burst", "go", Map.of("many", many));
        bench.awaitLine("sent " + many);
    }

    private List<String> taken() {
        return bench.lines.stream()
                .map(line -> line.text())
                .filter(text -> text.startsWith("took"))
                .toList();
    }

    private long ticks() {
        return bench.lines.stream()
                .filter(line -> line.text().startsWith("tick"))
                .count();
    }

    private void refuses(String code, StepDeed deed) {
        assertThatThrownBy(() -> bench.act("Taker", deed))
                .hasCauseInstanceOf(ProblemException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
