// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Body;
import dev.signalbox.api.Twin;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Python services say to others, and hear, is what their authors expect.
class PythonMessagesTest {
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
    void whatAServiceEncodesLeavesAsItIs() {
        run(PythonSources.service("Sender", "Start", """
                import json
                await self.SubmitMessage(json.dumps({"id": 42}))
                await self.SubmitMessage({"id": 43})
                await self.SubmitAction("com", "_sendEvent", "text")
                await self.SubmitMessage(bytes(7))"""));
        Await.until("all are sent", Bench.SOON, () -> bench.submitted.size() == 4);
        assertThat(bench.submitted)
                .containsExactly(
                        "flow/Sender 10 bytes", "flow/Sender {id=43}", "flow/Sender 4 bytes", "flow/Sender 7 bytes");
    }

    @Test
    void actionsGoToJavaAndBackInAnyCase() {
        run(
                """
                public class Echo extends CustomService {
                    public void back(Message message) {
                        submitAction("aSKer_pY", "answered", message.body().get("id").asLong() + 1);
                    }
                }
                """,
                PythonSources.service(
                                "Asker", "Start", "await self.SubmitAction('someEcho_java'[4:], 'back', {'id': 41})")
                        + """
                            async def answered(self, item):
                                await self.Debug(f"{item.message} from {item.source} at {item.address} for {item.action}")
                        """);
        bench.awaitLine("(42,) from echo_java at flow/Echo for answered");
    }

    @Test
    void whoCannotBeReachedIsSaid() {
        run(PythonSources.service("Lost", "Start", """
                        await self.SubmitAction("nobody", "x", 1)
                        await self.SubmitAction("lost_py", "nothing", 1)
                        await self.SubmitAction("*", "nothing", 1)
                        await self.SubmitAction("orchestrator", "_stop_custom_services", "")
                        await self.SubmitAction("logger", "_dance", "")"""));
        assertThat(warning("There is no service called nobody")).isEqualTo("flow/Lost");
        assertThat(warning("lost_py has no function called nothing")).isEqualTo("flow/Lost");
        assertThat(warning("_stop_custom_services does nothing here")).isEqualTo("flow/Lost");
        assertThat(warning("logger has no function called _dance")).isEqualTo("flow/Lost");
        assertThat(bench.lines.stream()
                        .filter(line -> line.text().contains("nothing"))
                        .count())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void errorsKeepTheirCodeAndDescription() {
        run(PythonSources.service("Reader", "Start", """
                await self.ThrowError("Unable to read GPIO", "666", "Some internal error description")
                await self.Warning({"pin": 5})
                await self.Track({"fault_code": 7, "description": "tracked"})"""));
        LogLine error = line("Unable to read GPIO");
        assertThat(error.level()).isEqualTo(LogLevel.ERROR);
        assertThat(error.faultCode()).isEqualTo("666");
        assertThat(error.faultDescription()).isEqualTo("Some internal error description");
        assertThat(line("{\"pin\":5}").level()).isEqualTo(LogLevel.WARNING);
        assertThat(line("tracked").faultCode()).isEqualTo("7");
    }

    @Test
    void foreignThreadsSpeakThroughLoopsOfTheirOwn() {
        run(PythonSources.service("Threads", "Start", """
                import asyncio, threading
                loop = asyncio.get_running_loop()
                def foreign(n):
                    asyncio.run(self.Debug(f"thread {n}"))
                    asyncio.run(self.SubmitMessage({"n": n}))
                    asyncio.run_coroutine_threadsafe(self.Debug(f"back {n}"), loop).result()
                for n in range(10):
                    threading.Thread(target=foreign, args=(n,)).start()"""));
        Await.until("ten were sent", Bench.SOON, () -> bench.submitted.size() == 10);
        for (int n = 0; n < 10; n++) {
            bench.awaitLine("thread " + n);
            bench.awaitLine("back " + n);
        }
    }

    @Test
    void aFloodOfPrintsDoesNotBlockMessages() {
        run(
                PythonSources.service("Flood", "Start", """
                        import threading
                        def shout():
                            while True:
                                print("x" * 200)
                        threading.Thread(target=shout, daemon=True).start()
                        for n in range(50):
                            await self.signalbox_emit(n)"""),
                "public class Sink extends CustomService { public void process(Message m) { submitMessage(m.body()); } }");
        Await.until("all came", Bench.SOON, () -> bench.submitted.contains("flow/Sink 49"));
        bench.awaitLine("printed lines were left out: at most 500 a second are shown");
    }

    @Test
    void theQueueTakesMessagesAsTheOriginalDoes() {
        run(PythonSources.service("Queued", "Start", """
                import asyncio
                from queue_message import QueueMessage
                asyncio.create_task(self.queue.put(QueueMessage(self.id, "queued_py", "got", {"a": 1})))
                await asyncio.sleep(0)""") + """
                    async def got(self, item):
                        await self.Debug(f"got {item.message[0]['a']}")
                """);
        bench.awaitLine("got 1");
    }

    @Test
    void settingsAreKeptAndLivingServicesStay() {
        run(PythonSources.service("Keeper", "Start", """
                await self.save_settings({"mine": 1, "nodeName": "stale"})
                kept = self.get_settings()
                await self.Debug(f"{kept['mine']} {kept['nodeName']} {self.get_configuration()}")
                try:
                    await self.StartService(self)
                except TypeError as no:
                    await self.Debug(str(no))"""));
        bench.awaitLine("1 bench None");
        bench.awaitLine("put the service into the flow as a step of its own");
    }

    @Test
    void theTwinComesAsDesiredAndReported() {
        run(
                PythonSources.service(
                        "Twins",
                        "StateUpdate",
                        "await self.Debug(f\"{message.message[0]['desired']['speed']} {message.message[0]['reported']['rpm']}\")"));
        bench.awaitState("Twins RUNNING");
        bench.twin(new Twin(Body.of(Map.of("speed", 9)), 3, Body.of(Map.of("rpm", 700))));
        bench.awaitLine("9 700");
    }

    @Test
    void eventsOfOtherStepsAreHeard() {
        run(
                PythonSources.service("Ear", "Start", "await self.signalbox_subscribe('Mouth', self.heard)")
                        + "    async def heard(self, item):\n        await self.Debug(f'heard {item.message[0]}')\n",
                "public class Between extends CustomService { }",
                """
                public class Mouth extends CustomService {
                    public void start() { every(Duration.ofMillis(50), () -> emit("it")); }
                }
                """);
        bench.awaitLine("heard it");
    }

    @Test
    void completionFollowsAMessageThroughPython() {
        run(
                """
                public class Source extends CustomService {
                    public void start() {
                        emitWithCompletion(1).thenRun(() -> debug("complete"));
                    }
                }
                """,
                PythonSources.service("Middle", "Process", "await self.signalbox_emit(message.message[0])"),
                "public class Sink extends CustomService { public void process(Message m) { debug(\"sunk\"); } }");
        bench.awaitLine("complete");
        var texts = bench.lines.stream().map(LogLine::text).toList();
        assertThat(texts.indexOf("sunk")).isBetween(0, texts.indexOf("complete"));
    }

    private void run(String... sources) {
        bench.run(1, sources);
        bench.awaitStand(Bench.running(1));
    }

    private String warning(String text) {
        LogLine found = line(text);
        assertThat(found.level()).isEqualTo(LogLevel.WARNING);
        return found.step();
    }

    private LogLine line(String text) {
        bench.awaitLine(text);
        return bench.lines.stream()
                .filter(line -> line.text().contains(text))
                .findFirst()
                .orElseThrow();
    }
}
