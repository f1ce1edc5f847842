// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Java services in processes of their own start, fail, die and end; nothing that they do reaches
/// their neighbours.
class IsolatedLifeTest {
    private static final String BEAT = """
            public class Beat extends CustomService {
                public void start() { every(Duration.ofMillis(20), () -> submitMessage("beat")); }
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
    void itHasAProcessOfItsOwnWithAFolderAndNothingOfTheNodes() {
        bench.hub.properties = Map.of("key", "secret:k@1", "memoryMegabytes", "128");
        run(1, starting("""
                ProcessHandle me = ProcessHandle.current();
                debug("pid " + me.pid());
                debug("works in " + System.getProperty("user.dir"));
                debug("heap " + Runtime.getRuntime().maxMemory() / 1024 / 1024);
                String seen = me.info().arguments().map(List::of).orElse(List.of()) + " " + System.getenv();
                debug("tells the secret: " + seen.contains(property("key").asText()));
                debug("knows the node: " + seen.contains("SIGNALBOX_"));
                debug("reads " + System.in.read());
                """));
        bench.awaitLine("reads -1");
        assertThat(text("pid ")).isNotEqualTo("pid " + ProcessHandle.current().pid());
        assertThat(text("works in ")).endsWith("java/flow/odd");
        assertThat(Integer.parseInt(text("heap ").substring("heap ".length()))).isBetween(58, 64);
        assertThat(text("tells the secret: ")).endsWith("false");
        assertThat(text("knows the node: ")).endsWith("false");
    }

    static Stream<Arguments> deadly() {
        return Stream.of(
                Arguments.of("System.exit(7);", "ended with code 7"),
                Arguments.of("Runtime.getRuntime().halt(8);", "ended with code 8"),
                Arguments.of(
                        "var all = new ArrayList<long[]>(); while (true) all.add(new long[100_000]);",
                        "OutOfMemoryError: Java heap space"),
                Arguments.of(
                        "new ProcessBuilder(\"kill\", \"-SEGV\", \"\" + ProcessHandle.current().pid()).start().waitFor();"
                                + " Thread.sleep(100_000);",
                        "SIGSEGV"),
                Arguments.of("""
                        var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
                        field.setAccessible(true);
                        ((sun.misc.Unsafe) field.get(null)).putAddress(1, 1);""", "SIGSEGV"),
                Arguments.of("throw new StackOverflowError();", "Unhandled StackOverflowError in Odd.java:5."));
    }

    @ParameterizedTest
    @MethodSource("deadly")
    void whatWouldEndTheNodeEndsTheServiceAloneAndIsTold(String code, String told) {
        bench.hub.properties = Map.of("memoryMegabytes", "128");
        run(1, BEAT, starting(code));
        bench.awaitState("Odd QUARANTINED");
        LogLine why = line(told, LogLevel.ERROR);
        assertThat(why.faultCode()).isEqualTo("90000");
        int before = bench.submitted.size();
        Await.until("the neighbour goes on", Bench.SOON, () -> bench.submitted.size() > before + 10);
    }

    @Test
    void aLoopThatNothingInTheNodeCouldStopIsEndedWithItsLine() {
        bench.hub.properties = Map.of("timeoutSeconds", "1");
        run(1, BEAT, starting("debug(\"begins\");\nStream.generate(Map::of).count();"));
        bench.awaitLine("Odd was at one thing for more than 1 s at Odd.java:6 and was stopped.");
        assertThat(line("was at one thing", LogLevel.ERROR).faultCode()).isEqualTo("90015");
        bench.awaitState("Odd QUARANTINED");
    }

    @Test
    void anErrorTellsLineAndTraceAndStopIsCalled() {
        run(1, """
                // isolated
                public class Odd extends CustomService {
                    public void start() {
                        after(Duration.ofMillis(1), () -> { throw new IllegalStateException("valve stuck"); });
                    }
                    public void stop() { debug("stopped"); }
                }
                """);
        bench.awaitLine("Unhandled IllegalStateException in Odd.java:4: valve stuck.");
        assertThat(line("valve stuck", LogLevel.ERROR).faultDescription()).contains("Odd.lambda$start$0(Odd.java:4)");
        bench.awaitLine("stopped");
    }

    @Test
    void anErrorInTheConstructorOrTheStartIsADeath() {
        run(1, """
                // isolated
                public class Odd extends CustomService {
                    final int pin = Integer.parseInt("none");
                }
                """);
        bench.awaitState("Odd QUARANTINED");
        bench.awaitLine("Unhandled NumberFormatException in Odd.java:3: For input string: \"none\".");
    }

    @Test
    void aClassThatIsNoServiceRefusesTheReleaseBeforeAnythingStops() {
        run(1, starting("debug(\"one\");"));
        bench.awaitLine("one");
        bench.run(2, "// isolated\npublic class Odd { }");
        bench.awaitStand("1 2 REFUSED service.unusable");
    }

    @Test
    void onTrialADeathTakesTheNodeBack() {
        run(1, BEAT);
        bench.run(2, BEAT, starting("System.exit(1);"));
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
    }

    @Test
    void atTheEndStopIsCalledAndTheProcessIsGone() {
        run(1, starting("debug(\"pid \" + ProcessHandle.current().pid());", "debug(\"stopped\");"));
        bench.awaitLine("pid ");
        run(2, BEAT);
        bench.awaitLine("stopped");
        assertGone("pid ");
        assertThat(bench.lines).noneMatch(line -> line.level() == LogLevel.ERROR);
    }

    @Test
    void whatDoesNotEndIsKilledWithAllItStarted() {
        run(1, starting("""
                debug("pid " + ProcessHandle.current().pid());
                debug("child " + new ProcessBuilder("sh", "-c", "sleep 1000 & sleep 1000").start().pid());
                """, "Stream.generate(Map::of).count();"));
        bench.awaitLine("child ");
        run(2, BEAT);
        bench.awaitLine("The service did not stop within 2 s, and its process was ended.");
        assertGone("pid ");
        assertGone("child ");
    }

    @Test
    void whatItPrintsIsAWarningAndNoProtocol() {
        run(1, starting("System.out.println(\"{\\\"op\\\":\\\"stopped\\\"}\");"));
        bench.awaitLine("{\"op\":\"stopped\"}");
        assertThat(line("{\"op\"", LogLevel.WARNING).faultCode()).isEmpty();
    }

    private void assertGone(String prefix) {
        long pid = Long.parseLong(text(prefix).substring(prefix.length()));
        Await.until(
                "process " + pid + " is gone",
                Bench.SOON,
                () -> ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
    }

    /// Its code begins in line 5.
    private static String starting(String code) {
        return starting(code, "");
    }

    private static String starting(String code, String atTheEnd) {
        return """
                // isolated
                import java.util.stream.Stream;
                public class Odd extends CustomService {
                    public void start() throws Exception {
                %s
                    }
                    public void stop() { %s }
                }
                """.formatted(code, atTheEnd);
    }

    /// Without a trial, so that deaths do not go back; there is nothing to go back to either in the
    /// first release.
    private void run(long release, String... sources) {
        bench.run(release, sources);
        bench.awaitStand(Bench.running(release));
    }

    private String text(String prefix) {
        return bench.lines.stream()
                .map(LogLine::text)
                .filter(text -> text.startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private LogLine line(String text, LogLevel level) {
        return Await.value(
                "a line says " + text,
                Duration.ofSeconds(30),
                () -> bench.lines.stream()
                        .filter(line -> line.text().contains(text) && line.level() == level)
                        .findFirst());
    }
}
