// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A try under way, in a process of its own with a folder of its own, which is deleted at its end. The process ends
/// with the try, and with the program that started it, however that ends.
public final class Try implements AutoCloseable {
    /// The memory a service that is tried may fill.
    public static final int MOST_MEGABYTES = 192;

    /// What a service may tell in one try, before it is stopped.
    public static final int MOST_EVENTS = 10_000;

    private static final String TOO_MANY = "It told more than 10,000 things and was stopped.";
    private static final int OUT_OF_MEMORY = 3;
    private static final int SPARE_SECONDS = 30;

    private final Process process;
    private final Path folder;
    private final TryPlan plan;
    private final Consumer<TryEvent> told;
    private final Thread reader;
    private final Thread atExit;
    private volatile boolean closed;
    private int events;
    private boolean ended;

    private Try(Process process, Path folder, TryPlan plan, Consumer<TryEvent> told) {
        this.process = process;
        this.folder = folder;
        this.plan = plan;
        this.told = told;
        this.reader = Thread.ofPlatform().daemon().name("try").unstarted(this::read);
        this.atExit = Thread.ofPlatform().unstarted(this::leave);
    }

    /// Starts it and returns at once. Throws UncheckedIOException when this machine starts no process.
    ///
    /// @param told hears each event in order, on a thread of the try; what the service prints may come between. The
    /// last is FAILED or ENDED, unless the try is closed before
    public static Try start(TryPlan plan, Consumer<TryEvent> told) {
        try {
            Path folder = Files.createTempDirectory("signalbox-try");
            var begun = new Try(processIn(folder), folder, plan, told);
            Runtime.getRuntime().addShutdownHook(begun.atExit);
            begun.reader.start();
            return begun;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Process processIn(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "-Xmx" + MOST_MEGABYTES + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath(),
                TryProgram.class.getName()));
        return builder.directory(folder.toFile()).start();
    }

    /// The process works in another folder.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Waits for its end.
    public void await() throws InterruptedException {
        reader.join();
    }

    private void read() {
        Thread printed = Thread.ofPlatform().daemon().name("try-printed").start(this::readPrinted);
        Thread.ofPlatform().daemon().name("try-limit").start(this::limit);
        var last = new ArrayList<TryEvent>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            say();
            var bounded = new BoundedLines(lines);
            for (String line = bounded.next(); line != null; line = bounded.next()) {
                TryEvent event = event(line);
                if (event.kind().isLast()) {
                    last.add(event);
                } else {
                    tell(event);
                }
            }
        } catch (IOException gone) {
            // told by its exit code
        } finally {
            finish(last, printed);
        }
    }

    /// What is no event was written by the virtual machine, or by native code of the service.
    private static TryEvent event(String line) {
        try {
            return Json.read(line, TryEvent.class);
        } catch (ProblemException noEvent) {
            return TryEvent.of(TryEvent.Kind.PRINTED, 0, line);
        }
    }

    /// The pipe stays open: its end is the end of the process.
    private void say() throws IOException {
        process.getOutputStream().write((Json.writeText(plan) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private void readPrinted() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            var bounded = new BoundedLines(lines);
            for (String line = bounded.next(); line != null; line = bounded.next()) {
                tell(TryEvent.of(TryEvent.Kind.PRINTED, 0, line));
            }
        } catch (IOException gone) {
            // its end
        }
    }

    /// Passes it on; one too many ends the try, and nothing is told after it.
    private synchronized void tell(TryEvent event) {
        if (ended || closed) {
            return;
        }
        boolean tooMany = ++events > MOST_EVENTS && !event.kind().isLast();
        ended = tooMany;
        told.accept(tooMany ? TryEvent.of(TryEvent.Kind.FAILED, event.message(), TOO_MANY) : event);
        if (tooMany) {
            process.destroyForcibly();
        }
    }

    /// For a process that is too busy to watch itself.
    private void limit() {
        long things = plan.messages().size() + 2L;
        long seconds = things * plan.limits().patienceSeconds() + plan.limits().lingerSeconds() + SPARE_SECONDS;
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /// What it printed comes before the end.
    private void finish(List<TryEvent> last, Thread printed) {
        int code = process.destroyForcibly().onExit().join().exitValue();
        awaitBriefly(printed);
        delete();
        forget();
        last.forEach(this::tell);
        if (last.isEmpty()) {
            String what = code == OUT_OF_MEMORY
                    ? "It filled the " + MOST_MEGABYTES + " MB that a try has."
                    : "Its process ended unasked, with code " + code + ".";
            tell(TryEvent.of(TryEvent.Kind.FAILED, 0, what));
        }
    }

    /// A program that the service started may hold the pipe open.
    private static void awaitBriefly(Thread printed) {
        try {
            var _ = printed.join(Duration.ofSeconds(1));
        } catch (InterruptedException leave) {
            Thread.currentThread().interrupt();
        }
    }

    /// When this program ends before the try.
    private void leave() {
        close();
        var _ = process.onExit().join();
        delete();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // it runs already
        }
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            folder.toFile().deleteOnExit();
        }
    }

    /// Where it keeps its files until its end.
    Path folder() {
        return folder;
    }

    /// Whether its process runs.
    boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it, whatever it is at; does not wait. No FAILED is told.
    @Override
    public void close() {
        closed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
