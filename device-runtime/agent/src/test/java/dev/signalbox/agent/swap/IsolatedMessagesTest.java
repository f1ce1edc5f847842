// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Body;
import dev.signalbox.api.Twin;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Java service in a process of its own finds all of CustomService as it is in the node.
class IsolatedMessagesTest {
    private static final String SOURCE = """
            public class Source extends CustomService {
                long n;
                public void start() { every(Duration.ofMillis(5), () -> emit(Map.of("n", n++))); }
            }
            """;
    private static final String BETWEEN = """
            // version %d
            public class Between extends CustomService {
                public void process(Message message) throws Exception { %s emit(message.body()); }
            }
            """;
    private static final String SINK = """
            public class Sink extends CustomService {
                public void process(Message message) { submitMessage(message.body().get("n").asLong()); }
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
    void propertiesSettingsLinesAndTimersAreWhatTheyAre() {
        bench.hub.properties = Map.of("code", "007", "ratio", "1.50", "key", "secret:k@1");
        run(1, """
                // isolated
                public class Odd extends CustomService {
                    int ticks;
                    Timer timer;
                    public void start() {
                        debug(property("code").asText() + " " + property("ratio").asText() + " "
                                + property("key").asText() + " " + property("none").isPresent());
                        debug(settings().toString());
                        warning("careful");
                        throwError("broken", 42, "the valve");
                        timer = every(Duration.ofMillis(5), this::tick);
                        after(Duration.ofMillis(1), () -> debug("once on " + Thread.currentThread().getName()));
                    }
                    void tick() {
                        if (++ticks == 3) {
                            timer.close();
                            after(Duration.ofMillis(50), () -> debug("ticks " + ticks));
                        }
                    }
                    public void signedIn() { debug("signed in"); }
                    public void stateUpdate(Twin twin) {
                        debug("twin " + twin.version() + " " + twin.desired().get("rate").asLong() + " " + twin.desired());
                    }
                }
                """);
        bench.awaitLine("007 1.50 value of k@1 false");
        bench.awaitLine("Settings[nodeName=bench, flow=flow, step=Odd, release=1]");
        bench.awaitLine("once on main");
        bench.awaitLine("ticks 3");
        assertThat(line("careful").level()).isEqualTo(LogLevel.WARNING);
        assertThat(line("broken").level()).isEqualTo(LogLevel.ERROR);
        assertThat(line("broken").faultCode()).isEqualTo("42");
        assertThat(line("broken").faultDescription()).isEqualTo("the valve");
        bench.twin(new Twin(Body.of(Map.of("rate", 5)), 3));
        bench.awaitLine("twin 3 5 {rate=5}");
    }

    @Test
    void bodiesAndPropertiesOfMessagesComeAsTheyWereSent() {
        run(1, """
                public class Asker extends CustomService {
                    public void start() {
                        emit(new byte[] {0, 1, -1}, Map.of("kind", "raw"));
                        emit(Arrays.asList(1, 2.5, null, "ä", Map.of("deep", true)));
                        emit("text");
                        emit(12_345_678_901L);
                    }
                }
                """, """
                // isolated
                public class Between extends CustomService {
                    public void process(Message m) {
                        debug(m.source() + " " + m.id().length() + " " + m.time().isBefore(Instant.now().plusSeconds(1)));
                        emit(m.body(), m.properties());
                    }
                }
                """, """
                public class Sink extends CustomService {
                    public void process(Message m) {
                        debug(m.source() + " " + m.properties() + " "
                                + (m.body().isBytes() ? Arrays.toString(m.body().asBytes()) : m.body().toString()));
                        submitMessage(m.body());
                    }
                }
                """);
        bench.awaitLine("flow/Asker 36 true");
        bench.awaitLine("flow/Between {kind=raw} [0, 1, -1]");
        bench.awaitLine("flow/Between {} [1, 2.5, null, ä, {deep=true}]");
        bench.awaitLine("flow/Between {} text");
        bench.awaitLine("flow/Between {} 12345678901");
    }

    @Test
    void actionsAndEventsReachIt() {
        run(1, """
                public class Asker extends CustomService {
                    public void start() {
                        every(Duration.ofMillis(20), () -> emit("event"));
                        after(Duration.ofMillis(100), () -> {
                            submitAction("Odd", "open", 5);
                            submitAction("odd_java", "unknown", 6);
                        });
                    }
                    public void heard(Message m) { submitAction("flow/Odd", "deaf", 0); }
                    public void answer(Message m) { debug("answered " + m.body()); }
                }
                """, """
                // isolated
                public class Odd extends CustomService {
                    Subscription one;
                    int heard;
                    public void start() {
                        one = subscribe("Asker", m -> heard++);
                        subscribe("asker", m -> { if (heard == 2) {
                            debug("heard both " + m.body());
                            submitAction("Asker", "heard", 0);
                        } });
                    }
                    public void open(Message m) { submitAction("Asker", "answer", m.body().asLong() + 1); }
                    public void process(Message m) { if (!m.body().isNull() && m.body().raw() instanceof Integer n)
                        debug("processes " + n); }
                    public void deaf(Message m) {
                        one.close();
                        int before = heard;
                        after(Duration.ofMillis(100), () -> debug("deaf " + (heard == before)));
                    }
                }
                """);
        bench.awaitLine("heard both event");
        bench.awaitLine("answered 6");
        bench.awaitLine("processes 6");
        bench.awaitLine("deaf true");
    }

    @Test
    void completionComesAndFailsThroughIt() {
        bench.trial = java.time.Duration.ZERO;
        bench.restart();
        run(1, """
                // isolated
                public class Asker extends CustomService {
                    public void start() {
                        emitWithCompletion("good").thenRun(() -> debug("all done"));
                        emitWithCompletion("bad").whenComplete((nothing, why) -> debug("failed: " + why.getMessage()));
                    }
                }
                """, """
                // isolated
                public class Between extends CustomService {
                    public void process(Message m) { emit(m.body()); }
                }
                """, """
                // isolated
                public class Sink extends CustomService {
                    public void process(Message m) {
                        if (m.body().asText().equals("bad")) throw new IllegalStateException("no");
                        submitMessage(m.body());
                    }
                }
                """);
        bench.awaitLine("all done");
        bench.awaitLine(
                "failed: dev.signalbox.agent.step.ForeignException: Unhandled IllegalStateException in Sink.java:4");
        assertThat(bench.submitted).containsExactly("flow/Sink good");
    }

    @Test
    void fromTheNodeToAProcessAndToPythonAndBackNothingIsLostOrDoubled() {
        String isolated = HubTable.ISOLATED + BETWEEN;
        go(1, BETWEEN.formatted(1, ""));
        go(2, isolated.formatted(2, ""));
        go(3, isolated.formatted(3, "Thread.sleep(3);"));
        go(4, PythonSources.service("Between", "Process", "await self.signalbox_emit(message.message[0])"));
        go(5, isolated.formatted(5, ""));
        go(6, BETWEEN.formatted(6, ""));
        assertComplete();
    }

    @Test
    void whatIsCutOffIsDoneByTheNextVersion() {
        String hanging = "if (message.body().get(\"n\").asLong() == 30) Thread.sleep(100_000);";
        run(1, SOURCE, HubTable.ISOLATED + BETWEEN.formatted(1, hanging), SINK);
        Await.until("it hangs at the next", Bench.SOON, () -> bench.submitted.size() == 30);
        go(2, HubTable.ISOLATED + BETWEEN.formatted(2, ""));
        assertComplete();
    }

    @Test
    void whatABrokenVersionFailedWithIsDoneByThePredecessor() {
        go(1, HubTable.ISOLATED + BETWEEN.formatted(1, ""));
        run(2, SOURCE, HubTable.ISOLATED + BETWEEN.formatted(2, "if (true) System.exit(3);"), SINK);
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        awaitMore();
        assertComplete();
    }

    @Test
    void whatWaitsForAProcessThatDiedIsDoneByTheNext() {
        bench.close();
        bench.trial = java.time.Duration.ZERO;
        bench.restart();
        String mortal = "if (message.body().get(\"n\").asLong() == 30) Runtime.getRuntime().halt(1);";
        run(1, SOURCE, HubTable.ISOLATED + BETWEEN.formatted(1, mortal), SINK);
        bench.awaitLine("The process of Between.java ended with code 1 while it handled message ");
        Await.until("it goes on after its death", Bench.SOON, () -> bench.submitted.size() > 60);
        List<Long> numbers = numbers();
        assertThat(numbers)
                .isEqualTo(LongStream.range(0, numbers.size() + 1)
                        .filter(n -> n != 30)
                        .boxed()
                        .toList());
    }

    private void run(long release, String... sources) {
        bench.run(release, sources);
        bench.awaitStand(Bench.running(release));
    }

    private void go(long release, String between) {
        run(release, SOURCE, between, SINK);
        awaitMore();
    }

    private void awaitMore() {
        int before = bench.submitted.size();
        Await.until("the sink goes on", Bench.SOON, () -> bench.submitted.size() >= before + 50);
    }

    private List<Long> numbers() {
        return bench.submitted.stream()
                .map(line -> Long.valueOf(line.substring(line.indexOf(' ') + 1)))
                .toList();
    }

    private void assertComplete() {
        List<Long> numbers = numbers();
        assertThat(numbers)
                .isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
    }

    private LogLine line(String text) {
        bench.awaitLine(text);
        return bench.lines.stream()
                .filter(line -> line.text().contains(text))
                .findFirst()
                .orElseThrow();
    }
}
