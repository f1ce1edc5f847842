// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// One program under test, as a process of its own. What it prints is kept, and can be waited for.
public final class ProgramProcess implements AutoCloseable {
    private static final int LINES_KEPT = 20_000;

    private final String name;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private ProgramProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("lines of " + name).start(this::read);
    }

    /// Starts Java with these arguments (options, main class, its arguments).
    public static ProgramProcess java(String name, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return start(name, command);
    }

    /// Starts any command.
    public static ProgramProcess start(String name, List<String> command) {
        try {
            return new ProgramProcess(
                    name, new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
            }
        } catch (IOException ended) {
            keep("(output ended: " + ended.getMessage() + ")");
        } finally {
            keep("(" + name + " ended)");
        }
    }

    private synchronized void keep(String line) {
        if (lines.size() < LINES_KEPT) {
            lines.add(line);
        }
    }

    /// All that it printed so far.
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /// Waits until it has printed a line like that, from the beginning on, and returns it.
    public String waitForLine(Predicate<String> wanted, Duration atMost) {
        return waitForLine(wanted, 1, atMost);
    }

    /// Waits until it has printed so many lines like that, and returns the last of them.
    public String waitForLine(Predicate<String> wanted, int count, Duration atMost) {
        try {
            return Await.value(name + " printed line " + count, atMost, () -> printed(wanted, count));
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + ". It printed:\n" + String.join("\n", lines()), inVain);
        }
    }

    private Optional<String> printed(Predicate<String> wanted, int count) {
        boolean ended = !reader.isAlive();
        List<String> found = lines().stream().filter(wanted).toList();
        if (found.size() < count && ended) {
            throw new AssertionError(name + " ended before it printed what was awaited");
        }
        return found.size() < count ? Optional.empty() : Optional.of(found.get(count - 1));
    }

    /// Ends it at once, as a power cut would: SIGKILL.
    public void kill() {
        process.destroyForcibly();
        waitForEnd(Duration.ofSeconds(10));
    }

    /// Asks it to end (SIGTERM) and returns its exit code; fails if it takes longer than 10 s.
    public int stop() {
        process.destroy();
        return waitForEnd(Duration.ofSeconds(10));
    }

    /// Waits for its own end and returns its exit code.
    public int waitForEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " did not end within " + atMost);
            }
            reader.join(1_000);
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + name + " ended");
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Resident memory in MiB, as Linux counts it (VmRSS).
    public long residentMebibytes() {
        return residentKibibytes() / 1024;
    }

    /// Resident memory in KiB, as Linux counts it (VmRSS).
    public long residentKibibytes() {
        return kibibytes("VmRSS:");
    }

    /// The most it ever had (VmHWM).
    public long largestResidentMebibytes() {
        return kibibytes("VmHWM:") / 1024;
    }

    private long kibibytes(String what) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Kills it if it still runs.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        kill();
    }
}
