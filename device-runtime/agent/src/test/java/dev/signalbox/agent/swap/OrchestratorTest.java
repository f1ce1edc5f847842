// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Ed25519;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        bench.run(1, saying("Hello", "one"));
        bench.awaitLine("one");
        bench.awaitStand(Bench.running(1));
    }

    @Test
    void anUnchangedStepIsNotRestarted() {
        bench.run(1, TICKER, saying("Hello", "one"));
        bench.awaitLine("one");
        bench.run(2, TICKER, saying("Hello", "two"));
        bench.awaitLine("two");
        bench.awaitStand(Bench.running(2));
        assertThat(bench.count("ticker starts")).isEqualTo(1);
    }

    @Test
    void aServiceThatDoesNotCompileIsRefusedWithItsPlaceAndTheOldOneRunsOn() {
        bench.run(1, TICKER);
        bench.awaitStand(Bench.running(1));
        bench.run(2, "public class Ticker extends CustomService {\n  int x = y;\n}");
        bench.awaitStand("1 2 REFUSED service.does-not-compile");
        bench.awaitLine("Ticker.java:2:11");
        assertThat(bench.count("ticker starts")).isEqualTo(1);
    }

    @Test
    void aSourceThatIsNotWhatWasSignedIsRefused() {
        var order = bench.hub.release(1, TICKER);
        bench.hub.bundles.replaceAll((digest, bytes) -> "class Evil {}".getBytes(StandardCharsets.UTF_8));
        bench.order(order);
        bench.awaitStand("0 1 REFUSED release.digest-wrong");
    }

    @Test
    void aForeignSignatureIsRefused() {
        bench.hub.signer = Ed25519.generate();
        bench.run(1, TICKER);
        bench.awaitStand("0 1 REFUSED trust.signature-refused");
    }

    @Test
    void anOlderReleaseIsRefusedAlsoAfterARestart() {
        var first = bench.hub.release(1, TICKER);
        bench.run(2, saying("Hello", "two"));
        bench.awaitStand(Bench.running(2));
        bench.order(first);
        bench.awaitStand("2 1 REFUSED release.older");
        bench.restart();
        bench.order(first);
        bench.awaitStand("2 1 REFUSED release.older");
    }

    @Test
    void aRestartRunsWhatIsOnDiskWithoutTheHub() {
        bench.run(1, saying("Hello", "here"));
        bench.awaitStand(Bench.running(1));
        bench.hub.reachable = false;
        bench.restart();
        bench.awaitLine("here");
    }

    @Test
    void aHubOutOfReachIsAskedAgain() {
        bench.hub.reachable = false;
        bench.run(1, saying("Hello", "at last"));
        bench.awaitLine("trying again");
        bench.hub.reachable = true;
        bench.awaitLine("at last");
    }

    @Test
    void aReleaseThatLivesThroughItsTrialSettles() {
        shortTrial();
        bench.run(1, saying("Hello", "one"));
        bench.awaitStand("1 1 SETTLED");
    }

    @Test
    void theEndOfATrialDoesNotHideThatALaterReleaseWasRefused() {
        var first = bench.run(1, TICKER);
        bench.awaitStand(Bench.running(1));
        var bad = bench.run(2, "public class Ticker extends CustomService {\n  int x = y;\n}");
        bench.awaitStand("1 2 REFUSED service.does-not-compile");
        shortTrial();
        bench.order(bad);
        bench.awaitStand("1 2 REFUSED service.does-not-compile");
        bench.order(first);
        bench.awaitStand("1 1 SETTLED");
    }

    @Test
    void aSlipOfTheRuntimeIsARefusalToo() {
        var order = bench.hub.release(1, TICKER);
        bench.hub.bundles.clear();
        bench.order(order);
        bench.awaitStand("0 1 REFUSED 90001");
    }

    @Test
    void aForeignOwnersTrustFileIsRefused() {
        bench.hub.trustSigner = Ed25519.generate();
        bench.run(1, TICKER);
        bench.awaitStand("0 1 REFUSED trust.signature-refused");
    }

    @Test
    void whatThisNodeCannotRunIsRefusedWhole() {
        bench.hub.condition = "body.n >";
        bench.run(2, TICKER, saying("Hello", "one"));
        bench.awaitStand("0 2 REFUSED release.bad-condition");
    }

    @Test
    void aSecretReachesTheServiceAndLiesOnDiskUnreadable() throws IOException {
        bench.hub.properties = Map.of("key", "secret:pump@1");
        String telling = """
                public class Hello extends CustomService {
                    public void start() { debug("has " + property("key").asText()); }
                }
                """;
        var order = bench.run(1, telling);
        bench.awaitLine("has value of pump@1");
        assertThat(onlyFileIn("secrets")).content(StandardCharsets.ISO_8859_1).doesNotContain("value of");
        Files.write(onlyFileIn("secrets"), new byte[] {1, 2, 3});
        bench.restart();
        bench.awaitStand("0 1 REFUSED release.not-kept");
        bench.order(order);
        bench.awaitLine("has value of pump@1");
    }

    @Test
    void whatNoReleaseNeedsAnyMoreLeavesTheDiskOnceTheNextHasSettled() throws IOException {
        shortTrial();
        for (int release = 1; release <= 2; release++) {
            bench.hub.properties = Map.of("key", "secret:pump@" + release);
            String text = "is at " + release;
            bench.run(release, saying("Hello", text), """
                    from base_service import CustomService

                    class Snake(CustomService):
                        async def Start(self):
                            await self.Debug("Snake %s")
                    """.formatted(text));
            bench.awaitLine("Snake " + text);
            bench.awaitStand(release + " " + release + " SETTLED");
        }
        assertThat(namesIn("releases")).containsExactly("2.json");
        assertThat(namesIn("secrets")).hasSize(1);
        assertThat(namesIn("bundles")).hasSize(2).containsAll(namesIn("python/services"));
        assertThat(namesIn("python/services")).hasSize(1);
        bench.hub.reachable = false;
        bench.restart();
        bench.awaitLine("Snake is at 2");
    }

    private List<String> namesIn(String name) {
        return List.of(Objects.requireNonNull(folder.resolve(name).toFile().list()));
    }

    @Test
    void aDiskThatDoesNotTakeTheReleaseIsSaidAndTriedAgainWhileTheRunningOneRunsOn() throws IOException {
        bench.run(1, TICKER);
        bench.awaitStand(Bench.running(1));
        blockWritesOf("releases/2.json");
        blockWritesOf("state.json");
        bench.run(2, saying("Hello", "two"));
        bench.awaitStand("1 2 PREPARING storage.unusable");
        freeWritesOf("releases/2.json");
        bench.awaitLine("state.json");
        freeWritesOf("state.json");
        bench.awaitLine("two");
        assertThat(bench.count("ticker starts")).isEqualTo(1);
    }

    /// A folder where the new file is to be written fails every write of it.
    private void blockWritesOf(String file) throws IOException {
        Files.createDirectory(folder.resolve(file + ".new"));
    }

    private void freeWritesOf(String file) throws IOException {
        Files.delete(folder.resolve(file + ".new"));
    }

    private Path onlyFileIn(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name))) {
            return files.findFirst().orElseThrow();
        }
    }

    private void shortTrial() {
        bench.trial = Duration.ZERO;
        bench.restart();
    }
}
