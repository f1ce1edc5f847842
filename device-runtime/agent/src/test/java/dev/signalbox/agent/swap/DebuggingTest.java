// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wires that are looked at, and messages put on them, while steps run.
class DebuggingTest {
    private static final StepAddress SOURCE_STEP = new StepAddress("flow", "Source");
    private static final StepAddress SINK_STEP = new StepAddress("flow", "Sink");
    private static final String SOURCE = """
        public class Source extends CustomService {
            public void go(Message message) { emit(message.body()); }
        }
        """;
    private static final String SINK = """
        public class Sink extends CustomService {
            public void process(Message message) {
                debug(message.source() + " says " + message.body() + " " + message.properties());
            }
        }
        """;
    private static final String STUCK = """
        public class Sink extends CustomService {
            public void process(Message message) throws Exception { Thread.sleep(100_000); }
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
    void whatAWireCarriesIsSeenAndTheTapOutlivesARelease() {
        bench.run(1, SOURCE, SINK);
        bench.awaitStep("Sink", StepState.RUNNING);
        String begin = tap("").next();
        bench.call("Source", "go", Map.of("n", 1));
        TappedMessage seen = awaitSeen(begin, 1).getFirst();
        assertThat(seen.source()).isEqualTo("flow/Source");
        assertThat(seen.payload().text()).isEqualTo("{\"n\":1}");
        assertThat(seen.injected()).isFalse();

        bench.run(2, SOURCE, SINK + "// 2");
        awaitTapped(begin, Bench.running(2));
        bench.awaitStep("Source", StepState.RUNNING);
        bench.call("Source", "go", Map.of("n", 2));
        assertThat(awaitSeen(begin, 2)).hasSize(2);

        bench.run(3, SOURCE);
        bench.awaitStand(Bench.running(3));
        refuses("wire.not-known", () -> tap(begin));
    }

    @Test
    void anInjectedMessageComesAsIfOnItsWireAndIsSeenThere() {
        bench.run(1, SOURCE, SINK);
        bench.awaitStep("Sink", StepState.RUNNING);
        String begin = tap("").next();
        inject(Optional.of(SOURCE_STEP));
        bench.awaitLine("flow/Source says {mm=7} {k=v}");
        assertThat(awaitSeen(begin, 1)).extracting(TappedMessage::injected).containsExactly(true);
        bench.awaitLine("An operator injects a message as if it came from flow/Source");
        inject(Optional.empty());
        bench.awaitLine("operator says {mm=7} {k=v}");
    }

    @Test
    void aMessageThatCannotArriveIsRefused() {
        bench.run(1, SOURCE, STUCK);
        bench.awaitStep("Sink", StepState.RUNNING);
        refuses("wire.not-known", () -> inject(Optional.of(SINK_STEP)));
        refuses("step.mailbox-full", () -> {
            for (int n = 0; n < 1_200; n++) {
                inject(Optional.empty());
            }
        });
        bench.act("Sink", StepDeed.STOP);
        refuses("step.not-running", () -> inject(Optional.empty()));
    }

    private void inject(Optional<StepAddress> from) {
        String source = from.map(StepAddress::toString).orElse("operator");
        bench.switchboard()
                .inject(
                        SINK_STEP,
                        from,
                        new Message("m", Instant.EPOCH, source, Map.of("k", "v"), Body.of(Map.of("mm", 7))));
    }

    private TapPage tap(String after) {
        return bench.switchboard().tap(new TapQuestion(SOURCE_STEP, SINK_STEP, after));
    }

    /// Goes on asking for what the wire carries, as who looks at it does: a tap nobody asks ends.
    private void awaitTapped(String after, String stand) {
        Await.until(stand, Bench.SOON, () -> {
            tap(after);
            return bench.stands.contains(stand);
        });
    }

    private List<TappedMessage> awaitSeen(String after, int many) {
        var seen = new ArrayList<TappedMessage>();
        Await.until(many + " are seen", Bench.SOON, () -> {
            seen.clear();
            seen.addAll(tap(after).messages());
            return seen.size() >= many;
        });
        return seen;
    }

    private static void refuses(String code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
