// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.storage.Folder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The child's side of the protocol, byte by byte.
class ProtocolTest {
    private static final String SOURCE = """
            from base_service import CustomService

            class Probe(CustomService):
                async def Process(self, item):
                    await self.SubmitAction("x_py", "do", item.message[0])

                async def fail(self, item):
                    raise KeyError("ü")
            """;

    @TempDir
    Path folder;

    private Process child;
    private BufferedReader said;

    @BeforeEach
    void start() throws IOException {
        Path source = Files.writeString(folder.resolve("Probe.py"), SOURCE);
        var builder = new ProcessBuilder(Interpreter.find().path(), "-m", "signalbox_child", source.toString());
        builder.environment()
                .put("PYTHONPATH", PythonFiles.unpackedIn(Folder.at(folder)).toString());
        builder.environment().put("SIGNALBOX_PACKAGES", folder.toString());
        child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        said = child.inputReader(StandardCharsets.UTF_8);
    }

    @AfterEach
    void end() {
        child.destroyForcibly();
    }

    @Test
    void eachLineIsWhatItWas() throws Exception {
        assertThat(said.readLine()).startsWith("{\"op\":\"ready\",\"actions\":[\"AddPipPackage\",\"Debug\",");
        say("{\"op\":\"load\",\"config\":{},\"settings\":{}}");
        assertThat(said.readLine()).startsWith("{\"op\":\"loaded\",\"actions\":[");
        say("{\"op\":\"start\"}");
        assertThat(said.readLine()).startsWith("{\"op\":\"started\",\"actions\":[");
        say(item("process", 1, "\"body\":{\"ä\":[1,2.5,null]}"));
        assertThat(said.readLine())
                .isEqualTo("{\"op\":\"action\",\"destination\":\"x_py\",\"action\":\"do\","
                        + "\"body\":{\"ä\":[1,2.5,null]},\"from\":1,\"ack\":1}");
        say("{\"op\":\"ok\",\"ack\":1}");
        assertThat(said.readLine()).isEqualTo("{\"op\":\"done\",\"n\":1}");
        say(item("process", 2, "\"bytes\":\"AAH/\""));
        assertThat(said.readLine()).contains("\"bytes\":\"AAH/\",\"from\":2,\"ack\":2}");
        say("{\"op\":\"ok\",\"ack\":2,\"error\":\"too large\"}");
        assertThat(said.readLine())
                .startsWith(
                        "{\"op\":\"failed\",\"n\":2,\"error\":{\"type\":\"RuntimeError\",\"message\":\"too large\",\"line\":5,");
        say(item("act", 3, "\"action\":\"fail\",\"body\":1"));
        assertThat(said.readLine())
                .startsWith(
                        "{\"op\":\"failed\",\"n\":3,\"error\":{\"type\":\"KeyError\",\"message\":\"'ü'\",\"line\":8,");
        say("{\"op\":\"stop\"}");
        assertThat(said.readLine()).isEqualTo("{\"op\":\"stopped\"}");
        assertThat(child.waitFor()).isZero();
    }

    @Test
    void aChildWhoseNodeIsGoneEndsByItself() throws Exception {
        assertThat(said.readLine()).contains("ready");
        child.getOutputStream().close();
        assertThat(child.waitFor()).isZero();
    }

    private static String item(String op, int number, String more) {
        return "{\"op\":\"" + op + "\",\"n\":" + number
                + ",\"id\":\"m\",\"time\":\"2026-01-01T00:00:00Z\",\"source\":\"f/s\"," + more + "}";
    }

    private void say(String line) throws IOException {
        child.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        child.getOutputStream().flush();
    }
}
