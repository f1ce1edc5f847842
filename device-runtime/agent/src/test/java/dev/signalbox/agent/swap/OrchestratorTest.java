// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Ed25519;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrchestratorTest {
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

    private static String saying(String name, String text) {
        return "public class " + name + " extends CustomService { public void start() { debug(\"" + text + "\"); } }";
    }

    @Test
    void whatIsOrderedRuns() {
        bench.order(bench.release(1, saying("Hello", "one")));
        bench.awaitLine("one");
        bench.awaitStand(Bench.running(1));
    }

    @Test
    void anUnchangedStepIsNotRestarted() {
        bench.order(bench.release(1, TICKER, saying("Hello", "one")));
        bench.awaitLine("one");
        bench.order(bench.release(2, TICKER, saying("Hello", "two")));
        bench.awaitLine("two");
        bench.awaitStand(Bench.running(2));
        assertThat(bench.count("ticker starts")).isEqualTo(1);
    }

    @Test
    void messagesFollowTheWires() {
        bench.order(bench.release(1, TICKER, """
                public class Taker extends CustomService {
                    public void process(Message message) { debug("took " + message.body().get("n").asLong()); }
                }
                """));
        bench.awaitLine("took 1");
    }

    @Test
    void aServiceThatDoesNotCompileIsRefusedWithItsPlaceAndTheOldOneRunsOn() {
        bench.order(bench.release(1, TICKER));
        bench.awaitStand(Bench.running(1));
        bench.order(bench.release(2, "public class Ticker extends CustomService {\n  int x = y;\n}"));
        bench.awaitStand("1 2 REFUSED service.does-not-compile");
        bench.awaitLine("Ticker.java:2:11");
        assertThat(bench.count("ticker starts")).isEqualTo(1);
    }

    @Test
    void aSourceThatIsNotWhatWasSignedIsRefused() {
        var order = bench.release(1, TICKER);
        bench.bundles.replaceAll((digest, bytes) -> "class Evil {}".getBytes(StandardCharsets.UTF_8));
        bench.order(order);
        bench.awaitStand("0 1 REFUSED release.digest-wrong");
    }

    @Test
    void aForeignSignatureIsRefused() {
        bench.signer = Ed25519.generate();
        bench.order(bench.release(1, TICKER));
        bench.awaitStand("0 1 REFUSED trust.signature-refused");
    }

    @Test
    void anOlderReleaseIsRefusedAlsoAfterARestart() {
        var first = bench.release(1, TICKER);
        bench.order(bench.release(2, saying("Hello", "two")));
        bench.awaitStand(Bench.running(2));
        bench.order(first);
        bench.awaitStand("2 1 REFUSED release.older");
        bench.restart();
        bench.order(first);
        bench.awaitStand("2 1 REFUSED release.older");
    }

    @Test
    void aDeathInTheTrialTakesTheNodeBackAndTheFailedReleaseIsNotTriedAgain() {
        bench.order(bench.release(1, saying("Hello", "good")));
        bench.awaitLine("good");
        var bad = bench.release(2, """
                public class Hello extends CustomService {
                    public void start() { throw new IllegalStateException("valve stuck"); }
                }
                """);
        bench.order(bad);
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        bench.awaitLine("Hello.java:2");
        bench.order(bad);
        bench.order(bench.release(3, saying("Hello", "mended")));
        bench.awaitLine("mended");
        assertThat(bench.count("good")).isEqualTo(2);
    }

    @Test
    void aRestartRunsWhatIsOnDiskWithoutTheHub() {
        bench.order(bench.release(1, saying("Hello", "here")));
        bench.awaitStand(Bench.running(1));
        bench.reachable = false;
        bench.lines.clear();
        bench.restart();
        bench.awaitLine("here");
    }

    @Test
    void aHubOutOfReachIsAskedAgain() {
        bench.reachable = false;
        bench.order(bench.release(1, saying("Hello", "at last")));
        bench.awaitLine("trying again");
        bench.reachable = true;
        bench.awaitLine("at last");
    }

    @Test
    void anActionReachesTheMethodOfThatName() {
        bench.order(bench.release(1, """
                public class Caller extends CustomService {
                    public void start() { after(Duration.ofMillis(50), () -> submitAction("pump_java", "move", Map.of("mm", 7))); }
                }
                """, """
                public class Pump extends CustomService {
                    public void move(Message message) { debug("moves " + message.body().get("mm").asLong()); }
                }
                """));
        bench.awaitLine("moves 7");
    }

    @Test
    void whoSubscribesHearsWhatAnotherStepEmits() {
        bench.order(bench.release(1, TICKER, saying("Between", "between"), """
                public class Ear extends CustomService {
                    public void start() { subscribe("Ticker", message -> debug("heard " + message.source())); }
                }
                """));
        bench.awaitLine("heard flow/Ticker");
    }

    @Test
    void aSubmittedMessageGoesToTheOutbox() {
        bench.order(bench.release(1, """
                public class Sender extends CustomService {
                    public void start() { submitMessage(Map.of("a", 1)); debug("sent"); }
                }
                """));
        bench.awaitLine("sent");
        assertThat(bench.submitted).containsExactly("flow/Sender {a=1}");
    }

    @Test
    void threeDeathsInAMinuteQuarantineAStep() {
        bench.order(bench.release(1, """
                public class Weak extends CustomService {
                    public void start() { throw new IllegalStateException("no luck"); }
                }
                """));
        dev.signalbox.testing.process.Await.until(
                "three deaths",
                Bench.SOON,
                () -> bench.lines.stream()
                                .filter(line -> line.text().contains("no luck"))
                                .count()
                        == 3);
    }
}
