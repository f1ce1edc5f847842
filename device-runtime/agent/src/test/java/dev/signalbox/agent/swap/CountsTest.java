// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures.OfStep;
import dev.signalbox.protocol.report.NodeFigures.OfWire;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a node counts of steps and wires agrees with what arrived.
class CountsTest {
    private static final int MESSAGES = 40;
    private static final String SOURCE = """
            public class Source extends CustomService {
                public void start() {
                    after(Duration.ofMillis(50), () -> {
                        for (int n = 0; n < 40; n++) { emit(Map.of("n", n)); }
                    });
                }
            }
            """;
    private static final String BETWEEN = """
            public class Between extends CustomService {
                // version %d
                public void process(Message message) throws Exception { Thread.sleep(%d); emit(message.body()); }
            }
            """;
    private static final String SINK = """
            public class Sink extends CustomService {
                public void process(Message message) { submitMessage(message.body()); }
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
    void countsGoOnOverASwapInTheMidstOfWhatWaits() {
        bench.run(1, SOURCE, BETWEEN.formatted(1, 20), SINK);
        awaitArrived(5);
        bench.run(2, SOURCE, BETWEEN.formatted(2, 0), SINK);
        bench.awaitStand(Bench.running(2));
        awaitArrived(MESSAGES);
        Await.until("the last one is counted", Bench.SOON, () -> step("Sink").sent() == MESSAGES);
        assertThat(step("Source")).extracting(OfStep::received, OfStep::sent).containsExactly(0L, 40L);
        assertThat(step("Between"))
                .extracting(OfStep::received, OfStep::sent, OfStep::failed, OfStep::waiting)
                .containsExactly(40L, 40L, 0L, 0);
        assertThat(step("Sink")).extracting(OfStep::received, OfStep::sent).containsExactly(40L, 40L);
        assertThat(carried("Source", "Between")).isEqualTo(40);
        assertThat(carried("Between", "Sink")).isEqualTo(40);
    }

    @Test
    void whatWaitsBehindASlowMessageIsSeen() {
        bench.run(1, SOURCE, BETWEEN.formatted(1, 100_000), SINK);
        Await.until("the rest waits", Bench.SOON, () -> step("Between").waiting() == MESSAGES - 1);
        assertThat(step("Between").received()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsThrownAtIsCountedAndTheCountOutlivesTheRestart() {
        bench.run(1, SOURCE, """
                public class Between extends CustomService {
                    public void process(Message message) {
                        if (message.body().get("n").asLong() == 3) { throw new IllegalStateException("three"); }
                        emit(message.body());
                    }
                }
                """, SINK);
        awaitArrived(MESSAGES - 1);
        assertThat(step("Between")).extracting(OfStep::received, OfStep::failed).containsExactly(40L, 1L);
    }

    @Test
    void aWireCountsWhatItsConditionLetsThrough() {
        bench.hub.condition = "body.n >= 30";
        bench.run(1, SOURCE, SINK);
        awaitArrived(10);
        assertThat(carried("Source", "Sink")).isEqualTo(10);
        assertThat(step("Source").sent()).isEqualTo(MESSAGES);
    }

    @Test
    void aStepThatLeftIsNotCountedAnyMore() {
        bench.run(1, SOURCE, SINK);
        awaitArrived(MESSAGES);
        bench.run(2, SOURCE);
        bench.awaitStand(Bench.running(2));
        assertThat(bench.figures().steps()).extracting(OfStep::step).containsExactly(address("Source"));
        assertThat(bench.figures().wires()).isEmpty();
    }

    private void awaitArrived(int messages) {
        Await.until(messages + " have arrived", Bench.SOON, () -> bench.submitted.size() >= messages);
    }

    private OfStep step(String name) {
        return bench.figures().steps().stream()
                .filter(step -> step.step().equals(address(name)))
                .findFirst()
                .orElse(new OfStep(address(name), 0, 0, 0, 0, 0, 0, 0));
    }

    private long carried(String from, String to) {
        return bench.figures().wires().stream()
                .filter(wire -> wire.from().equals(address(from)) && wire.to().equals(address(to)))
                .mapToLong(OfWire::carried)
                .sum();
    }

    private static StepAddress address(String step) {
        return new StepAddress("flow", step);
    }
}
