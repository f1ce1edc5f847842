// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What wires carry, what addresses mean, and when a message is complete.
class WireTest {
    private static final String TAKER = """
            public class Taker extends CustomService {
                public void process(Message message) { debug("took " + message.body()); }
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
    void aConditionLetsThroughWhatItIsTrueFor() {
        bench.hub.condition = "body.n > 1 AND properties.kind = 'good' AND source = 'flow/Source'";
        bench.run(1, """
                public class Source extends CustomService {
                    public void start() {
                        after(Duration.ofMillis(50), () -> {
                            emit(Map.of("n", 1), Map.of("kind", "good"));
                            emit(Map.of("n", 2), Map.of("kind", "bad"));
                            emit(Map.of("m", 2), Map.of("kind", "good"));
                            emit("bytes".getBytes(), Map.of("kind", "good"));
                            emit(Map.of("n", 3), Map.of("kind", "good"));
                        });
                    }
                }
                """, TAKER);
        bench.awaitLine("took {n=3}");
        assertThat(bench.lines.stream().filter(line -> line.text().startsWith("took")))
                .hasSize(1);
    }

    @Test
    void aMessageIsCompleteWhenTheLastStepIsThroughWithIt() {
        bench.run(1, """
                public class Source extends CustomService {
                    public void start() {
                        after(Duration.ofMillis(50), () -> emitWithCompletion("x").thenRun(() -> debug("complete")));
                    }
                }
                """, """
                public class Between extends CustomService {
                    public void process(Message message) { emit(message.body()); emit(message.body()); }
                }
                """, """
                public class Sink extends CustomService {
                    public void process(Message message) throws Exception {
                        Thread.sleep(30);
                        submitMessage(message.body());
                        debug("submitted");
                    }
                }
                """);
        bench.awaitLine("complete");
        assertThat(bench.lines.stream().map(line -> line.text()).filter(text -> text.matches("submitted|complete")))
                .containsExactly("submitted", "submitted", "complete");
    }

    @Test
    void aMessageThatAStepFailsWithIsNotComplete() {
        bench.run(1, """
                public class Source extends CustomService {
                    public void start() {
                        after(Duration.ofMillis(50), () -> emitWithCompletion("x")
                                .whenComplete((done, failure) -> debug("failed: " + failure.getMessage())));
                    }
                }
                """, """
                public class Sink extends CustomService {
                    public void process(Message message) { throw new IllegalStateException("no luck"); }
                }
                """);
        bench.awaitLine("failed: java.lang.IllegalStateException: no luck");
    }

    @Test
    void aStepsNameComesBeforeAServicesOfThatName() {
        bench.run(1, """
                public class Caller extends CustomService {
                    public void start() { after(Duration.ofMillis(50), () -> submitAction("FLOW/taker", "process", 7)); }
                }
                """, TAKER);
        bench.awaitLine("took 7");
    }

    @Test
    void twoStepsThatCallEachOtherDoNotWaitForEachOther() {
        String flood = """
                public class %s extends CustomService {
                    public void start() { after(Duration.ofMillis(50), () -> go(null)); }
                    public void go(Message message) {
                        for (int i = 0; i < 1_500; i++) { submitAction("%s", "hear", i); }
                        debug("%1$s is through");
                    }
                    public void hear(Message message) { }
                }
                """;
        bench.run(1, flood.formatted("Ping", "Pong"), flood.formatted("Pong", "Ping"));
        bench.awaitLine("Ping is through");
        bench.awaitLine("Pong is through");
    }
}
