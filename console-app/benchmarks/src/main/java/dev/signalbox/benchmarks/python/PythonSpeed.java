// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.python;

import dev.signalbox.benchmarks.node.AsNode;
import java.nio.file.Path;

/// How many messages a second a Python service takes, and how soon it runs; beside it a bare Python that gives back
/// each
/// line it reads.
public final class PythonSpeed {
    private PythonSpeed() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        AsNode.run(Path.of(args[0]), PythonRounds.class);
    }
}
