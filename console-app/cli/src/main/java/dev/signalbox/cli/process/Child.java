// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program that runs as a process of its own. Start it on a thread that lives as long as it shall: the kernel ends
/// the child with the thread that started it.
public final class Child {
    private static final Duration BUSY = Duration.ofMillis(200);

    private final String name;
    private final Process process;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /// With this terminal as its own.
    public static Child here(String name, List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        return new Child(name, start(builder));
    }

    /// With its output in a file.
    public static Child aside(String name, List<String> command, Map<String, String> environment, Path output) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        return new Child(name, start(builder));
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    /// Tells whoever is interested that it ended.
    public CompletableFuture<Child> onExit() {
        return process.onExit().thenApply(_ -> this);
    }

    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /// Waits until it has done what it had to do at its start: until a second in which it hardly computed.
    public void awaitRest(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Duration before = computed();
        Duration spent = BUSY;
        while (spent.compareTo(BUSY) >= 0 && alive() && System.nanoTime() < end) {
            Thread.sleep(1_000);
            Duration now = computed();
            spent = now.minus(before);
            before = now;
        }
    }

    private Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Asks it to end (SIGTERM); returns at once.
    public void ask() {
        process.destroy();
    }

    /// Waits until it has ended, and kills it when the time is over.
    public void end(long deadlineNanos) {
        try {
            if (!process.waitFor(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// The end of what it said, for a person who wonders why it ended.
    public static String lastWords(Path output) {
        try {
            List<String> lines = Files.readAllLines(output);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException refused) {
            throw new ProblemException(
                    new Problem(
                            "process.not-started",
                            "A program cannot be started: " + refused.getMessage() + ".",
                            "Check memory and rights."),
                    refused);
        }
    }
}
