// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Releases are swapped while messages flow: the sink's ledger has each number once and in order.
class HandOverTest {
    private static final String SOURCE = """
            public class Source extends CustomService {
                long n;
                public void start() { every(Duration.ofMillis(1), () -> emit(Map.of("n", n++))); }
            }
            """;
    private static final String BETWEEN = """
            public class Between extends CustomService {
                // version %d
                public void process(Message message) throws Exception { %s emit(message.body()); }
            }
            """;
    private static final String SINK = """
            public class Sink extends CustomService {
                // version %d
                public void process(Message message) { submitMessage(message.body().get("n").asLong()); }
            }
            """;
    private static final String NOTHING = "";

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
    void thirtyReleasesLoseAndDoubleNothing() {
        for (int release = 1; release <= 30; release++) {
            run(release, BETWEEN.formatted(release, NOTHING), SINK.formatted(release / 2));
            awaitMore(20);
        }
        assertComplete();
    }

    @Test
    void whatASlowStepHasWaitingGoesToTheNextVersion() {
        run(1, BETWEEN.formatted(1, "Thread.sleep(20);"), SINK.formatted(1));
        awaitMore(10);
        run(2, BETWEEN.formatted(2, NOTHING), SINK.formatted(1));
        awaitMore(500);
        assertComplete();
    }

    @Test
    void whatABrokenVersionFailedWithIsDoneByThePredecessor() {
        run(1, BETWEEN.formatted(1, NOTHING), SINK.formatted(1));
        awaitMore(20);
        run(
                2,
                BETWEEN.formatted(2, "if (n() == 0) throw new IllegalStateException(\"broken\");\n")
                        .replace("// version 2", "long n() { return 0; }"),
                SINK.formatted(1));
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        awaitMore(50);
        assertComplete();
    }

    @Test
    void whatIsCutOffIsDoneByTheNextVersion() {
        run(
                1,
                BETWEEN.formatted(1, "if (message.body().get(\"n\").asLong() == 30) Thread.sleep(100_000);"),
                SINK.formatted(1));
        Await.until("it hangs at the next", Bench.SOON, () -> bench.submitted.size() == 30);
        run(2, BETWEEN.formatted(2, NOTHING), SINK.formatted(1));
        awaitMore(100);
        assertComplete();
    }

    @Test
    void stepsThatLeaveDoWhatStillWaitsForThem() {
        run(1, BETWEEN.formatted(1, "Thread.sleep(2);"), SINK.formatted(1));
        awaitMore(50);
        bench.run(2, "public class Other extends CustomService { }");
        bench.awaitStand(Bench.running(2));
        assertThat(bench.lines).noneMatch(line -> line.faultCode().equals("90012"));
        assertComplete();
    }

    @Test
    void whatIsHeardBySubscriptionIsNotMissedBetweenTwoVersions() {
        String ear = """
                public class Ear extends CustomService {
                    // version %d
                    public void start() {
                        subscribe("Source", message -> submitMessage(message.body().get("n").asLong()));
                    }
                }
                """;
        bench.run(1, ear.formatted(1));
        bench.awaitStand(Bench.running(1));
        bench.awaitState("Ear RUNNING");
        for (int release = 2; release <= 10; release++) {
            bench.run(release, SOURCE, ear.formatted(release));
            bench.awaitStand(Bench.running(release));
            awaitMore(20);
        }
        assertComplete();
    }

    @Test
    void whatAVersionLeavesBehindIsEndedAndNamed() {
        bench.run(
                1,
                """
                public class Zombie extends CustomService {
                    public void start() {
                        new Thread(() -> {
                            while (true) {
                                try { emit("from the dead"); } catch (Throwable ended) { Thread.yield(); }
                            }
                        }).start();
                    }
                }
                """,
                "public class Taker extends CustomService { public void process(Message m) { debug(\"took\"); } }");
        bench.awaitLine("took");
        bench.run(2, "public class Zombie extends CustomService { }");
        bench.awaitLine("Zombie left behind what the node had to close: java.lang.Thread made at Zombie.java:3");
    }

    @Test
    void anEndlessLoopIsStoppedAndItsLineNamed() {
        bench.run(1, """
                public class Endless extends CustomService {
                    public void process(Message message) {
                        long n = 0;
                        while (true) { n++; }
                    }
                    public void start() { submitAction("Endless", "go", 1); debug("begins"); }
                }
                """);
        bench.awaitLine("begins");
        bench.run(2, "public class Endless extends CustomService { }");
        bench.awaitLine("Endless did not end within 2 s and was stopped at Endless.java:4");
        bench.awaitStand(Bench.running(2));
    }

    private void run(int release, String between, String sink) {
        bench.run(release, SOURCE, between, sink);
        bench.awaitStand(Bench.running(release));
    }

    private void awaitMore(int messages) {
        int before = bench.submitted.size();
        Await.until("the sink goes on", Bench.SOON, () -> bench.submitted.size() >= before + messages);
    }

    private void assertComplete() {
        List<Long> numbers = bench.submitted.stream()
                .map(line -> Long.valueOf(line.substring(line.indexOf(' ') + 1)))
                .toList();
        assertThat(numbers)
                .isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
    }
}
