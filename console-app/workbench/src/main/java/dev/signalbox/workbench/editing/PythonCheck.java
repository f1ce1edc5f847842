// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Has an interpreter read a source, in a process of its own for each: it reads the text from its standard
/// input, compiles it and runs nothing of it. Bounded in size, in time and in what it answers.
final class PythonCheck {
    private static final String OPTION = "SIGNALBOX_PYTHON";
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final long LONGEST_SECONDS = 10;

    /// Isolated: nothing is imported from the folder or the environment it starts in.
    private static final List<String> ISOLATED = List.of("-I", "-S", "-c");

    private static final String SCRIPT = """
            import json, sys, warnings
            warnings.simplefilter("ignore")
            if sys.version_info < (3, 9):
                sys.exit(3)
            try:
                import resource
                resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
            except Exception:
                pass
            said = None
            try:
                compile(sys.stdin.buffer.read(), "service", "exec", dont_inherit=True)
            except SyntaxError as error:
                said = {"line": error.lineno or 1, "column": error.offset or 1, "message": error.msg}
            except (ValueError, RecursionError, MemoryError) as error:
                said = {"line": 1, "column": 1, "message": str(error) or "it is too deeply nested"}
            print(json.dumps(said))
            """;

    private final List<String> interpreters;

    /// @param interpreters commands, of which the first that there is does it
    PythonCheck(List<String> interpreters) {
        this.interpreters = List.copyOf(interpreters);
    }

    /// What SIGNALBOX_PYTHON names, as on nodes; else the usual ones.
    static PythonCheck usual() {
        return new PythonCheck(
                Optional.ofNullable(System.getenv(OPTION)).map(List::of).orElse(List.of("python3", "python")));
    }

    /// What became of a check.
    sealed interface Answer {
        /// It can be read.
        record Good() implements Answer {}

        /// @param line from 1
        /// @param column from 1
        record Fault(int line, int column, String message) implements Answer {}

        /// @param why a sentence with what to do
        record Unchecked(String why) implements Answer {}
    }

    Answer of(String source) {
        byte[] text = source.getBytes(StandardCharsets.UTF_8);
        if (text.length > LARGEST) {
            return new Answer.Unchecked("A source of more than 1 MiB is not checked here. Split it into services.");
        }
        for (String interpreter : interpreters) {
            Optional<Answer> answer = ask(interpreter, text);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return new Answer.Unchecked(
                "Python is not checked here, because this machine has no Python 3.9 or newer. Install"
                        + " it, or name it with " + OPTION + "; nodes check at release.");
    }

    /// Empty when there is no such interpreter, or it is too old.
    private static Optional<Answer> ask(String interpreter, byte[] text) {
        var command = new java.util.ArrayList<>(List.of(interpreter));
        command.addAll(ISOLATED);
        command.add(SCRIPT);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return answer(process, text);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return Optional.of(new Answer.Unchecked("The check was broken off. Type on to have it again."));
        }
    }

    private static Optional<Answer> answer(Process process, byte[] text) throws IOException, InterruptedException {
        var late = process.onExit().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).whenComplete((end, why) -> {
            if (why != null) {
                process.destroyForcibly();
            }
        });
        feed(process, text);
        byte[] said = process.getInputStream().readNBytes(LONGEST_ANSWER);
        process.waitFor();
        if (late.isCompletedExceptionally()) {
            return Optional.of(new Answer.Unchecked(
                    "Python took more than " + LONGEST_SECONDS + " s to read this. Make it simpler."));
        }
        return process.exitValue() == 0 ? Optional.of(read(said)) : Optional.empty();
    }

    /// One that ends early does not read all of it; what it says counts.
    private static void feed(Process process, byte[] text) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text);
        } catch (IOException ended) {
            // its exit value tells
        }
    }

    private static Answer read(byte[] said) {
        try {
            JsonNode fault = Json.readTree(said);
            return fault.isObject()
                    ? new Answer.Fault(
                            fault.path("line").asInt(1),
                            fault.path("column").asInt(1),
                            sentence(fault.path("message").asString("")))
                    : new Answer.Good();
        } catch (ProblemException strange) {
            return new Answer.Unchecked("What Python said of this cannot be read. Look at the interpreter.");
        }
    }

    private static String sentence(String message) {
        return message.isEmpty()
                ? "Python cannot read this."
                : Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }
}
