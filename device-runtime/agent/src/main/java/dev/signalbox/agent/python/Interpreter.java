// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The Python that services run in.
///
/// @param path of the interpreter itself, not of what starts it
record Interpreter(String path) {
    private static final String OPTION = "SIGNALBOX_PYTHON";
    private static final String NAME = "python3";
    private static final long LONGEST_SECONDS = 20;
    private static final String ASK = "import sys; print(sys.executable if sys.version_info >= (3, 9) else '', end='')";

    /// `SIGNALBOX_PYTHON`, else `python3` on the path. Throws ProblemException when there is none of 3.9 or newer.
    static Interpreter find() {
        return named(Optional.ofNullable(System.getenv(OPTION)).orElse(NAME));
    }

    /// The one that a command starts.
    static Interpreter named(String name) {
        String path = ask(name);
        if (path.isBlank()) {
            throw new ProblemException(missing(name));
        }
        return new Interpreter(path);
    }

    static Problem missing(String name) {
        return new Problem(
                "python.missing",
                "The release has Python services, and " + name + " on this node is no Python 3.9 or newer.",
                "Install it, for instance with apt-get install python3, or name it with " + OPTION + ".");
    }

    private static String ask(String name) {
        try {
            Process asked = new ProcessBuilder(name, "-c", ASK)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!asked.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return "";
            }
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
