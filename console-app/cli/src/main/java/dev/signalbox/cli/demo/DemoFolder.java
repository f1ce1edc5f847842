// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the demo keeps all its parts, apart from anything real.
///
/// @param root holds a folder for each part
record DemoFolder(Path root) {
    Path hub() {
        return root.resolve("hub");
    }

    Path console() {
        return root.resolve("console");
    }

    Path node(String name) {
        return root.resolve("node").resolve(name);
    }

    /// Where a part's output goes.
    Path output(String part) {
        Path folder = root.resolve("output");
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new ProblemException(
                    new Problem(
                            "demo.folder-not-writable",
                            "The demo's folder " + root + " cannot be written.",
                            "Name another with --data."),
                    refused);
        }
        return folder.resolve(part + ".txt");
    }
}
