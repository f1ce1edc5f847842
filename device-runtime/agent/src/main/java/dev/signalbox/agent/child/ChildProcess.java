// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// A process that says lines of JSON. What it says before somebody listens waits; what it writes to its standard error
/// becomes lines of the log, and the last of them are kept.
final class ChildProcess implements AutoCloseable {
    private static final int LONGEST_LINE = 2 * 1024 * 1024;
    private static final int LONGEST_ERROR_LINE = 64 * 1024;
    private static final int MOST_WAITING = 10_000;
    /// Lines of the log must not take the room of words.
    private static final int MOST_LINES_WAITING = 500;

    private static final long LAST_WORDS_MILLIS = 500;

    private final Process process;
    private final OutputStream toChild;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final LastWords lastWords = new LastWords();
    private final ArrayDeque<ObjectNode> early = new ArrayDeque<>();
    private @Nullable Listener listener;
    private @Nullable String end;

    /// Hears what the process says, from its threads, one call at a time.
    interface Listener {
        void said(ObjectNode line);

        /// Nothing comes any more.
        void ended(String how);
    }

    private ChildProcess(Process process) {
        this.process = process;
        this.toChild = process.getOutputStream();
    }

    static ChildProcess start(ChildLaunch launch) throws IOException {
        var child = new ChildProcess(launch.start());
        Thread said = Thread.ofVirtual().start(() -> child.read(child.process.getInputStream()));
        Thread errors = Thread.ofVirtual().start(() -> child.readErrors(child.process.getErrorStream()));
        Thread.ofVirtual().start(() -> child.awaitEnd(said, errors));
        launch.opening().ifPresent(line -> Thread.ofVirtual().start(() -> child.open(line)));
        return child;
    }

    /// From now on; what was said before comes first, on this thread.
    synchronized void listen(Listener now) {
        listener = now;
        early.forEach(now::said);
        early.clear();
        if (end != null) {
            now.ended(end);
        }
    }

    /// Waits until it says anything but lines of the log, or ends.
    synchronized void awaitWord(long nanos) {
        long until = System.nanoTime() + nanos;
        try {
            for (long left = nanos; left > 0 && end == null && !hasWord(); left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasWord() {
        return early.stream().anyMatch(line -> !isLog(line));
    }

    private static boolean isLog(ObjectNode line) {
        return line.path("op").asString("").equals("log");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Writes one line. Blocks while the process does not read.
    void send(ObjectNode line) throws IOException {
        send(List.of(Json.write(line)));
    }

    /// Writes lines without their ends, at once if they are short. Blocks while the process does not read.
    void send(Collection<byte[]> lines) throws IOException {
        synchronized (toChild) {
            for (byte[] line : lines) {
                toChild.write(line);
                toChild.write('\n');
            }
            toChild.flush();
        }
    }

    /// Nobody says more to it before it has answered this.
    private void open(ObjectNode line) {
        try {
            send(line);
        } catch (IOException ended) {
            lastWords.add(String.valueOf(ended.getMessage()));
        }
    }

    private void read(InputStream stream) {
        try {
            var lines = new LineStream(stream, LONGEST_LINE);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (Json.mapper().readTree(line) instanceof ObjectNode object) {
                    said(object);
                }
            }
        } catch (IOException | JacksonException broken) {
            lastWords.add(String.valueOf(broken.getMessage()));
            close();
        }
    }

    private void readErrors(InputStream stream) {
        try {
            var lines = new LineStream(stream, LONGEST_ERROR_LINE);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String text = new String(line, StandardCharsets.UTF_8);
                lastWords.add(text);
                said(ChildLines.log("WARNING", text));
            }
        } catch (IOException closed) {
            lastWords.add(String.valueOf(closed.getMessage()));
        }
    }

    private synchronized void said(ObjectNode line) {
        if (listener != null) {
            listener.said(line);
        } else if (early.size() < (isLog(line) ? MOST_LINES_WAITING : MOST_WAITING)) {
            early.add(line);
            notifyAll();
        }
    }

    private void awaitEnd(Thread said, Thread errors) {
        try {
            int code = process.waitFor();
            said.join(LAST_WORDS_MILLIS);
            errors.join(LAST_WORDS_MILLIS);
            ended((code > 128 ? "by signal " + (code - 128) : "with code " + code) + lastWords);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void ended(String how) {
        end = how;
        notifyAll();
        if (listener != null) {
            listener.ended(how);
        }
    }

    /// Ends it and all it started, at once.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        killGroup();
        process.destroyForcibly();
    }

    /// The child leads a group of its own, which outlives it.
    private void killGroup() {
        try {
            new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.SECONDS);
        } catch (IOException noSuchProgram) {
            lastWords.add(String.valueOf(noSuchProgram.getMessage()));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
