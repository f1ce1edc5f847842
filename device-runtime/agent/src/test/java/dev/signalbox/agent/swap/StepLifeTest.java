// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepLifeTest {
    private static final String TICKER = """
            public class Ticker extends CustomService {
                public void start() { debug("ticker starts"); every(Duration.ofMillis(5), () -> emit(Map.of("n", 1))); }
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
    void messagesFollowTheWires() {
        bench.run(1, TICKER, """
                public class Taker extends CustomService {
                    public void process(Message message) { debug("took " + message.body().get("n").asLong()); }
                }
                """);
        bench.awaitLine("took 1");
    }

    @Test
    void anActionReachesTheMethodOfThatName() {
        bench.run(1, """
                public class Caller extends CustomService {
                    public void start() { after(Duration.ofMillis(50), () -> submitAction("pump_java", "move", Map.of("mm", 7))); }
                }
                """, """
                public class Pump extends CustomService {
                    public void move(Message message) { debug("moves " + message.body().get("mm").asLong()); }
                }
                """);
        bench.awaitLine("moves 7");
    }

    @Test
    void whoSubscribesHearsWhatAnotherStepEmits() {
        bench.run(1, TICKER, "public class Between extends CustomService { }", """
                public class Ear extends CustomService {
                    public void start() { subscribe("Ticker", message -> debug("heard " + message.source())); }
                }
                """);
        bench.awaitLine("heard flow/Ticker");
    }

    @Test
    void aSubmittedMessageGoesToTheOutbox() {
        bench.run(1, """
                public class Sender extends CustomService {
                    public void start() { submitMessage(Map.of("a", 1)); debug("sent"); }
                }
                """);
        bench.awaitLine("sent");
        assertThat(bench.submitted).containsExactly("flow/Sender {a=1}");
    }

    @Test
    void threeDeathsInAMinuteQuarantineAStepAndWhatItDoesNotTakeIsCounted() {
        bench.run(1, TICKER, """
                public class Weak extends CustomService {
                    public void process(Message message) { throw new IllegalStateException("no luck"); }
                }
                """);
        bench.awaitState("Weak QUARANTINED");
        bench.awaitLine("The step flow/Weak is in quarantine");
        assertThat(bench.lines.stream().filter(line -> line.text().contains("no luck")))
                .hasSize(3);
    }

    @Test
    void messagesWaitWhileAStepRests() {
        bench.run(1, """
                public class Counter extends CustomService {
                    long n;
                    public void start() { every(Duration.ofMillis(5), () -> emit(Map.of("n", ++n))); }
                }
                """, """
                public class Taker extends CustomService {
                    public void process(Message message) {
                        long n = message.body().get("n").asLong();
                        if (n == 3) { throw new IllegalStateException("dislikes three"); }
                        debug("took " + n);
                    }
                }
                """);
        bench.awaitLine("took 120");
        assertThat(bench.lines.stream()
                        .map(line -> line.text())
                        .filter(text -> text.startsWith("took"))
                        .limit(6))
                .containsExactly("took 1", "took 2", "took 4", "took 5", "took 6", "took 7");
    }

    @Test
    void aFullMailboxIsSaidAndCounted() {
        bench.run(1, """
                public class Source extends CustomService {
                    public void process(Message message) { for (int n = 0; n < 1_200; n++) { emit(Map.of("n", n)); } }
                }
                """, "public class Between extends CustomService { }", """
                public class Ear extends CustomService {
                    public void start() {
                        subscribe("Source", message -> {
                            try { Thread.sleep(Duration.ofDays(1)); } catch (InterruptedException stopping) { return; }
                        });
                        submitAction("Source", "go", Map.of());
                    }
                }
                """);
        bench.awaitLine("The mailbox of flow/Ear is full: 64 messages dropped so far");
    }

    @Test
    void whatIsAtOneThingForTooLongIsStoppedAndItsNeighboursGoOn() {
        bench.hub.properties = Map.of("timeoutSeconds", "1");
        bench.run(1, TICKER, """
                public class Endless extends CustomService {
                    public void process(Message message) {
                        long n = 0;
                        while (n >= 0) { try { n = n % 7 + 1; } catch (Throwable any) { n = 1; } }
                    }
                }
                """, """
                public class Ear extends CustomService {
                    public void start() { subscribe("Ticker", message -> debug("tick")); }
                }
                """);
        bench.awaitLine("Endless was at one thing for more than 1 s at Endless.java:4 and was stopped");
        bench.awaitState("Endless RESTARTING");
        bench.awaitState("Endless QUARANTINED");
        bench.lines.clear();
        bench.awaitLine("tick");
    }

    @Test
    void whoSleepsForTooLongIsWokenAndRestarted() {
        bench.hub.properties = Map.of("timeoutSeconds", "1");
        bench.run(1, """
                public class Sleeper extends CustomService {
                    public void start() { after(Duration.ofMillis(10), () -> doze()); }
                    private void doze() {
                        try { Thread.sleep(100_000); } catch (InterruptedException woken) { throw new IllegalStateException(woken); }
                    }
                }
                """);
        bench.awaitLine("Sleeper was at one thing for more than 1 s at Sleeper.java:4");
        bench.awaitState("Sleeper RESTARTING");
    }

    @Test
    void timersEndWithTheServiceThatMadeThem() {
        String ticks = """
                public class Hello extends CustomService {
                    public void start() { every(Duration.ofMillis(5), () -> debug("%s")); }
                }
                """;
        bench.run(1, ticks.formatted("old tick"));
        bench.awaitLine("old tick");
        bench.run(2, ticks.formatted("new tick"));
        bench.awaitLine("new tick");
        long old = bench.count("old tick");
        bench.lines.clear();
        bench.awaitLine("new tick");
        assertThat(old).isPositive();
        assertThat(bench.count("old tick")).isZero();
    }

    @Test
    void aConstructorsFaultNamesItsLine() {
        bench.run(1, """
                public class Hello extends CustomService {
                    private final int size = Integer.parseInt("many");
                }
                """);
        bench.awaitLine("Unhandled NumberFormatException in Hello.java:2");
    }
}
