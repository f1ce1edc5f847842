// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A password: from a file, or typed without being shown.
final class PasswordOption {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "file with the password (default: it is asked for)")
    private @Nullable Path file;

    /// @param question what is asked of the person, if there is one
    String get(String question) {
        return file == null ? typed(question) : SecretFile.read(file);
    }

    /// A new one, which a person types twice.
    String make() {
        String first = get("New password: ");
        if (file == null && !typed("Once more: ").equals(first)) {
            throw new ProblemException(
                    new Problem("password.differs", "The two passwords differ.", "Type the same twice."));
        }
        return first;
    }

    static String typed(String question) {
        char[] typed = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", question))
                .orElseThrow(() -> new ProblemException(new Problem(
                        "password.nobody-to-ask",
                        "There is no terminal to ask for a password.",
                        "Name a file: --password-file FILE")));
        return new String(typed);
    }
}
