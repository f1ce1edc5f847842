// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import dev.signalbox.agent.child.ChildLaunch;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Has the interpreter that will run the services read their sources, in one process for all.
final class SourceCheck {
    private static final long LONGEST_SECONDS = 60;

    private SourceCheck() {}

    /// Throws ProblemException with file, line and column for the first it does not understand.
    static void check(ChildLaunch launch, List<PythonSource> sources) {
        try {
            Process checker = launch.start();
            var _ = checker.onExit()
                    .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((end, late) -> checker.destroyForcibly());
            Thread.ofVirtual().start(() -> discard(checker));
            try (var answers = checker.inputReader(StandardCharsets.UTF_8);
                    var questions = checker.getOutputStream()) {
                for (PythonSource source : sources) {
                    ask(questions, source.text());
                    read(answers, source.file());
                }
            } finally {
                checker.destroyForcibly();
            }
        } catch (IOException broken) {
            throw new ProblemException(
                    new Problem(
                            "python.unusable",
                            "Python does not start: " + broken.getMessage() + ".",
                            "Look at the interpreter that SIGNALBOX_PYTHON or the path names."),
                    broken);
        }
    }

    /// Warnings about a source are the interpreter's own business, but must not fill its pipe.
    private static void discard(Process checker) {
        try (var noise = checker.getErrorStream()) {
            noise.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // there is no more of it
        }
    }

    private static void ask(OutputStream questions, String source) throws IOException {
        questions.write(Json.write(source));
        questions.write('\n');
        questions.flush();
    }

    private static void read(BufferedReader answers, String file) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("it ended before it had read " + file);
        }
        JsonNode fault = Json.readTree(line.getBytes(StandardCharsets.UTF_8));
        if (fault.isObject()) {
            throw new ProblemException(new Problem(
                    "service.does-not-compile",
                    file + ":" + fault.path("line").asInt() + ":"
                            + fault.path("column").asInt() + ": "
                            + fault.path("message").asString("") + ".",
                    "Mend the service and release it again."));
        }
    }
}
