// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that hold one secret. On a command line everybody on the machine could read it.
final class SecretFile {
    private static final int LONGEST = 16_384;

    private SecretFile() {}

    static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        } catch (IOException missing) {
            throw new ProblemException(
                    new Problem(
                            "secret.file-not-readable",
                            "The file " + file + " cannot be read: " + missing.getMessage() + ".",
                            "Check its name, and that you may read it."),
                    missing);
        }
    }
}
