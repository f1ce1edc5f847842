// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Python services start, fail, die and end as their authors expect it.
class PythonLifeTest {
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
    void theTemplateAsItStandsStartsAndStops() {
        run(1, PythonSources.TEMPLATE);
        bench.awaitLine("Started");
        run(2, "public class Other extends CustomService { }");
        bench.awaitLine("Stopped");
        assertThat(bench.lines).noneMatch(line -> line.level() == LogLevel.ERROR);
    }

    @Test
    void printsBecomeLines() {
        run(1, PythonSources.service("Talker", "Start", "print('one')\nprint('two', end='')\nprint(' three')"));
        bench.awaitLine("one");
        bench.awaitLine("two three");
    }

    @Test
    void whatACLibraryPrintsIsAWarningAndNoProtocol() {
        run(1, PythonSources.service("Low", "Start", "import os\nos.write(1, b'{\"op\":\"stopped\"}\\n')"));
        bench.awaitLine("{\"op\":\"stopped\"}");
        assertThat(line("{\"op\"").level()).isEqualTo(LogLevel.WARNING);
    }

    @Test
    void anErrorTellsFileAndLineAndTheServiceGoesOn() {
        settled();
        run(
                1,
                PythonSources.service("Asker", "Start", "await self.signalbox_emit(0)\nawait self.signalbox_emit(7)"),
                PythonSources.service("Divider", "Process", "await self.Debug(str(42 / message.message[0]))"));
        bench.awaitLine("6.0");
        LogLine error = line("Unhandled ZeroDivisionError in Divider.py:5: division by zero.");
        assertThat(error.faultCode()).isEqualTo("90000");
        assertThat(error.faultDescription()).contains("File \"Divider.py\", line 5, in Process", "42 / message");
    }

    @Test
    void onTrialAnErrorTakesTheNodeBack() {
        String feeder = PythonSources.service("Asker", "Start", "await self.signalbox_emit(3)");
        run(1, feeder, PythonSources.service("Taker", "Process", "await self.SubmitMessage(message.message[0])"));
        Await.until("three arrives", Bench.SOON, () -> bench.submitted.contains("flow/Taker 3"));
        bench.run(2, feeder + "# again\n", PythonSources.service("Taker", "Process", "raise ValueError('no')"));
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        Await.until(
                "what failed is done by the predecessor",
                Bench.SOON,
                () -> bench.submitted.stream().filter("flow/Taker 3"::equals).count() >= 2);
    }

    @Test
    void threeDeathsQuarantine() {
        run(1, PythonSources.service("Mortal", "Start", "raise OSError('no pin')"));
        bench.awaitState("Mortal QUARANTINED");
        bench.awaitLine("Unhandled OSError in Mortal.py:5: no pin.");
    }

    @Test
    void aKilledProcessIsADeathWithSignalAndLastWords() {
        run(1, PythonSources.service("Victim", "Start", """
                import os, signal, sys
                print("my last words", file=sys.stderr, flush=True)
                os.kill(os.getpid(), signal.SIGKILL)"""));
        bench.awaitLine("The process of Victim.py ended by signal 9; its last words: my last words.");
    }

    @Test
    void aSyntaxErrorRefusesTheReleaseBeforeAnythingStops() {
        run(1, PythonSources.TEMPLATE);
        bench.run(2, PythonSources.TEMPLATE.replace("async def Stop(self):", "async def Stop(self:"));
        bench.awaitStand("1 2 REFUSED service.does-not-compile");
        bench.awaitLine("Pump.py:16:");
        assertThat(bench.count("Stopped")).isZero();
    }

    @Test
    void whatOnlyTheCompilerSeesRefusesTheReleaseToo() {
        run(1, PythonSources.TEMPLATE);
        bench.run(2, "class Pump:\n    pass\n\nreturn 1\n");
        bench.awaitStand("1 2 REFUSED service.does-not-compile");
        bench.awaitLine("Pump.py:4:1: 'return' outside function.");
    }

    @Test
    void oldConstructorsOfTwoArgumentsSeeTheirProperties() {
        bench.hub.properties = Map.of("gpio_pin", "5", "on", "false", "code", "007", "key", "secret:k@1");
        run(1, """
                from base_service import CustomService
                class Old(CustomService):
                    def __init__(self, id, queue):
                        super(Old, self).__init__(id, queue)
                        self.pin = [self.GetPropertyValue("static", p) for p in ("gpio_pin", "on", "code", "none")]
                    async def Start(self):
                        await self.Debug(f"{self.id} {self.pin} {self.GetPropertyValue('security', 'key')}")
                        await self.Debug(f"{self.GetState()} {self.get_settings()['nodeName']}")
                """);
        bench.awaitLine("old_py [5, False, '007', 'undefined'] value of k@1");
        bench.awaitLine("True bench");
    }

    @Test
    void aStartThatNeverReturnsRunsAndIsCancelledAtTheEnd() {
        run(
                1,
                PythonSources.service("Asker", "Start", "await self.signalbox_emit('hello')"),
                PythonSources.service("Looper", "Start", """
                        import asyncio
                        try:
                            while True:
                                await asyncio.sleep(3600)
                        finally:
                            await self.Debug("cancelled")""")
                        + "    async def Process(self, m):\n        await self.Debug(m.message[0])\n");
        bench.awaitState("Looper RUNNING");
        bench.awaitLine("hello");
        run(2, "public class Other extends CustomService { }");
        bench.awaitLine("cancelled");
        assertThat(bench.lines).noneMatch(line -> line.level() == LogLevel.ERROR);
    }

    private void settled() {
        bench.close();
        bench.trial = Duration.ZERO;
        bench.restart();
    }

    private void run(long release, String... sources) {
        bench.run(release, sources);
        bench.awaitStand(Bench.running(release));
    }

    private LogLine line(String text) {
        bench.awaitLine(text);
        return bench.lines.stream()
                .filter(line -> line.text().contains(text))
                .findFirst()
                .orElseThrow();
    }
}
