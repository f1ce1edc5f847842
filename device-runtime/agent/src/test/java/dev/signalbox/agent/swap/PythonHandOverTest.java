// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step goes from Java to Python and back while messages flow: the sink's ledger has each number once and in order.
class PythonHandOverTest {
    private static final String SOURCE = """
            public class Source extends CustomService {
                long n;
                public void start() { every(Duration.ofMillis(5), () -> emit(Map.of("n", n++))); }
            }
            """;
    private static final String JAVA = """
            public class Between extends CustomService {
                // version %d
                public void process(Message message) { emit(message.body()); }
            }
            """;
    private static final String PYTHON = PythonSources.service(
            "Between",
            "Process",
            "import asyncio\nawait asyncio.sleep(0.002)\nawait self.signalbox_emit(message.message[0])");
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
    void fromJavaToPythonAndBackNothingIsLostOrDoubled() {
        run(1, JAVA.formatted(1));
        run(2, PYTHON);
        run(3, PYTHON + "# another\n");
        run(4, JAVA.formatted(4));
        assertComplete();
    }

    @Test
    void whatWaitsForAKilledProcessIsDoneByTheNext() {
        String mortal = PythonSources.service("Between", "Process", """
                import os, signal
                if message.message[0]["n"] == 30 and not os.path.exists("died"):
                    open("died", "w").close()
                    os.kill(os.getpid(), signal.SIGKILL)
                await self.signalbox_emit(message.message[0])""");
        bench.close();
        bench.trial = Duration.ZERO;
        bench.restart();
        bench.run(1, SOURCE, mortal, SINK);
        Await.until("it goes on after its death", Bench.SOON, () -> bench.submitted.size() > 60);
        bench.awaitLine("The process of Between.py ended by signal 9 while it handled message ");
        List<Long> numbers = numbers();
        assertThat(numbers)
                .isEqualTo(LongStream.range(0, numbers.size() + 1)
                        .filter(n -> n != 30)
                        .boxed()
                        .toList());
    }

    @Test
    void whatWasDoneRightBeforeItsProcessIsKilledIsNotDoneAgain() throws IOException {
        String burst = SOURCE.replace(
                "every(Duration.ofMillis(5), () -> emit(Map.of(\"n\", n++)))",
                "while (n < 200) { emit(Map.of(\"n\", n++)); }");
        String mortal = PythonSources.service("Between", "Process", """
                import os, signal
                with open("seen", "a") as seen:
                    seen.write(f"{message.message[0]['n']}\\n")
                if message.message[0]["n"] == 30:
                    os.kill(os.getpid(), signal.SIGKILL)
                if message.message[0]["n"] == 199:
                    await self.signalbox_emit(message.message[0])""");
        bench.close();
        bench.trial = Duration.ZERO;
        bench.restart();
        bench.run(1, burst, mortal, SINK);
        Await.until("the last one comes", Bench.SOON, () -> !bench.submitted.isEmpty());
        assertThat(Files.readAllLines(seen()).stream().map(Long::valueOf))
                .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
    }

    /// Services work in one folder somewhere below the node's.
    private Path seen() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(path -> path.endsWith("seen")).findFirst().orElseThrow();
        }
    }

    private void run(int release, String between) {
        bench.run(release, SOURCE, between, SINK);
        bench.awaitStand(Bench.running(release));
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
}
