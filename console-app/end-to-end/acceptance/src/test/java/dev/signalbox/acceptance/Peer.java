// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import dev.signalbox.testing.process.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// A program of another maker, and what it says.
final class Peer implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Peer(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /// Fails with what to type when the program is not installed.
    static void need(String program, String install) {
        boolean here = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!here) {
            throw new AssertionError(program + " is not installed. Install it with: " + install);
        }
    }

    static Peer start(Path folder, Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Peer(builder.start());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void says(String line) {
        Await.until(
                "it says \"" + line + "\"; so far: " + lines,
                Site.SOON,
                () -> lines.stream().anyMatch(Predicate.isEqual(line)) || !process.isAlive());
        if (!lines.contains(line)) {
            throw new AssertionError("It ended without \"" + line + "\": " + lines);
        }
    }

    /// Its exit code, once it has ended and all it said is here.
    int ends() throws InterruptedException {
        int code = process.waitFor();
        reader.join();
        return code;
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
