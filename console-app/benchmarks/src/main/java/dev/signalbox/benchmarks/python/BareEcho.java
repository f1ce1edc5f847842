// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.python;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A Python process that writes each line it reads, and nothing else: below this no service in Python can be.
final class BareEcho implements AutoCloseable {
    private static final List<String> COMMAND = List.of(
            "python3",
            "-c",
            "import sys\nfor line in sys.stdin.buffer:\n  sys.stdout.buffer.write(line)\n  sys.stdout.buffer.flush()");
    private static final byte[] LINE =
            "{\"body\":{\"sensor\":\"pump-7\",\"unit\":\"bar\",\"value\":4.2,\"last\":false}}\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final Process process;
    private final BufferedReader answers;
    private final OutputStream lines;

    BareEcho() throws IOException {
        process = new ProcessBuilder(COMMAND)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        lines = new BufferedOutputStream(process.getOutputStream());
    }

    /// Sends so many lines without waiting between them; returns when all have come back.
    void carry(int count) throws IOException {
        var sent = CompletableFuture.runAsync(() -> send(count));
        for (int i = 0; i < count; i++) {
            if (answers.readLine() == null) {
                throw new IOException("Python has ended");
            }
        }
        sent.join();
    }

    private void send(int count) {
        try {
            for (int i = 0; i < count; i++) {
                lines.write(LINE);
            }
            lines.flush();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
