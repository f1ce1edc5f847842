// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.engine.compile.ServiceCompiler;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.testing.process.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process whose node is gone, as after a SIGKILL, which closes its pipes.
class OrphanTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SOURCE = """
            public class Busy extends CustomService {
                public void start() throws Exception {
                    debug("child " + new ProcessBuilder("sleep", "1000").start().pid());
                    java.util.stream.Stream.generate(Map::of).count();
                }
            }
            """;

    @TempDir
    Path folder;

    private Process orphan;
    private BufferedReader said;

    @BeforeEach
    void start() throws IOException {
        var runs = new ReleaseManifest.Service("Busy", ServiceVersion.FIRST, Language.JAVA, Digests.of("any"));
        var plan = new StepPlan(new StepAddress("Flow", "Busy"), runs, Map.of("timeoutSeconds", "0"));
        try (var compiler = ServiceCompiler.create()) {
            var launch = new Isolated(Folder.at(folder), () -> false)
                    .launch(plan, compiler.compile("Busy.java", SOURCE), List.of());
            orphan = launch.start();
            said = orphan.inputReader(StandardCharsets.UTF_8);
            say(Json.writeText(launch.opening().orElseThrow()));
        }
    }

    @AfterEach
    void end() {
        orphan.descendants().forEach(ProcessHandle::destroyForcibly);
        orphan.destroyForcibly();
    }

    @Test
    void endsByItselfWithAllItStarted() throws Exception {
        assertThat(said.readLine()).isEqualTo("{\"op\":\"ready\",\"actions\":[]}");
        say("{\"op\":\"load\",\"properties\":{}}");
        assertThat(said.readLine()).startsWith("{\"op\":\"loaded\"");
        say("{\"op\":\"start\"}");
        long child = Long.parseLong(said.readLine().replaceAll("\\D", ""));
        orphan.getOutputStream().close();
        assertThat(orphan.waitFor()).isZero();
        Await.until(
                "its child is gone",
                SOON,
                () -> ProcessHandle.of(child).map(process -> !process.isAlive()).orElse(true));
    }

    private void say(String line) throws IOException {
        orphan.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        orphan.getOutputStream().flush();
    }
}
