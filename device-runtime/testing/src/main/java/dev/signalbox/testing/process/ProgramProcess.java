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

    /// How long it may take to leave a start archive behind, on a machine that has other things to do.
    private static final Duration ARCHIVED = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final StartArchive.Run run;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private ProgramProcess(String name, Process process, StartArchive.Run run) {
        this.name = name;
        this.process = process;
        this.run = run;
        this.reader = Thread.ofPlatform().daemon().name("lines of " + name).start(this::read);
    }

    /// Starts Java with these arguments (options, main class, its arguments).
    public static ProgramProcess java(String name, List<String> arguments) {
        return java(name, arguments, StartArchive.Run.PLAIN);
    }

    static ProgramProcess java(String name, List<String> arguments, StartArchive.Run run) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return start(name, command, run);
    }

    /// Starts any command.
    public static ProgramProcess start(String name, List<String> command) {
        return start(name, command, StartArchive.Run.PLAIN);
    }

    private static ProgramProcess start(String name, List<String> command, StartArchive.Run run) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new ProgramProcess(name, process, run);
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

    /// Asks it to end (SIGTERM) and returns its exit code; fails if it takes longer than 10 s, or 30 s when it leaves a
    /// start archive behind.
    public int stop() {
        process.destroy();
        return waitForEnd(run.wantsToEnd() ? ARCHIVED : Duration.ofSeconds(10));
    }

    /// Waits for its own end and returns its exit code.
    public int waitForEnd(Duration atMost) {
        if (!endsWithin(atMost)) {
            throw new AssertionError(name + " did not end within " + atMost);
        }
        run.ended(process.exitValue());
        return process.exitValue();
    }

    private boolean endsWithin(Duration atMost) {
        try {
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                reader.join(1_000);
            }
            return ended;
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

    /// Ends it if it still runs: it is killed, unless it is to leave its start archive behind.
    @Override
    public void close() {
        if (run.wantsToEnd() && process.isAlive()) {
            process.destroy();
            endsWithin(ARCHIVED);
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        kill();
    }
}
