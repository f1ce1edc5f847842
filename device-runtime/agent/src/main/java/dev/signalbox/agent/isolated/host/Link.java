// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// The two streams to the node. Any thread may write; one thread reads. When the node is gone, this
/// process ends, with all it started.
final class Link {
    private static final int MOST_UNANSWERED = 256;
    /// What waits for a completion may go on with anything, which the thread that reads must not wait
    /// for.
    private static final Executor ELSEWHERE = Thread::startVirtualThread;

    private final JsonParser from;
    private final OutputStream to;
    private final Map<Long, CompletableFuture<Line>> asked = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<@Nullable Void>> followed = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(MOST_UNANSWERED);
    private final AtomicLong numbers = new AtomicLong();

    private Link(JsonParser from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    /// On the descriptors that were put aside for it before this process was Java.
    static Link open() throws IOException {
        var to = new FileOutputStream("/dev/fd/4");
        return new Link(Json.reading(new FileInputStream("/dev/fd/3")), to);
    }

    /// Waits for what the node says next. Before `read` only.
    Line next() {
        return Json.next(from).orElseThrow(() -> gone(0));
    }

    /// Hands over each line that is no answer, from a thread of its own, which must not wait.
    void read(Consumer<Line> others) {
        Thread.ofPlatform().daemon().name("node").start(() -> {
            try {
                for (Optional<Line> line = Json.next(from); line.isPresent(); line = Json.next(from)) {
                    said(line.get(), others);
                }
            } finally {
                gone(0);
            }
        });
    }

    private void said(Line line, Consumer<Line> others) {
        switch (line.op()) {
            case "ok" -> answered(line);
            case "completed" -> completed(line);
            default -> others.accept(line);
        }
    }

    private void answered(Line line) {
        CompletableFuture<Line> waiting = asked.remove(line.number("ack"));
        if (waiting != null) {
            room.release();
            waiting.complete(line);
        }
    }

    private void completed(Line line) {
        CompletableFuture<@Nullable Void> waiting = followed.remove(line.number("ack"));
        if (waiting != null) {
            ELSEWHERE.execute(() -> complete(waiting, line));
        }
    }

    private static void complete(CompletableFuture<@Nullable Void> waiting, Line line) {
        if (line.has("late")) {
            waiting.completeExceptionally(new TimeoutException());
        } else if (line.has("error")) {
            waiting.completeExceptionally(new IllegalStateException(line.text("error")));
        } else {
            waiting.complete(null);
        }
    }

    /// Says what needs no answer.
    void tell(Line line) {
        write(Json.write(line));
    }

    private void write(byte[] written) {
        synchronized (to) {
            try {
                to.write(written);
            } catch (IOException nobodyReads) {
                throw gone(0);
            }
        }
    }

    /// Says it and waits until the node has done it. Throws IllegalStateException with what the node
    /// says against it. An interrupt does not end the waiting, for what was asked happens anyway; it
    /// stays set.
    Line ask(Line line) {
        return ask(line, numbers.incrementAndGet());
    }

    private Line ask(Line line, long number) {
        byte[] written = Json.write(line.with("ack", number));
        var answer = new CompletableFuture<Line>();
        room.acquireUninterruptibly();
        asked.put(number, answer);
        write(written);
        Line said = answer.join();
        if (said.has("error")) {
            throw new IllegalStateException(said.text("error"));
        }
        return said;
    }

    /// The same, for what ends later than it is done.
    CompletionStage<@Nullable Void> follow(Line line) {
        long number = numbers.incrementAndGet();
        var end = new CompletableFuture<@Nullable Void>();
        followed.put(number, end);
        try {
            var _ = ask(line, number);
            return end;
        } catch (RuntimeException refused) {
            followed.remove(number);
            throw refused;
        }
    }

    /// Says it and ends this process.
    Error last(Line line) {
        tell(line);
        return gone(line.op().equals("stopped") ? 0 : 1);
    }

    /// Never returns.
    private static Error gone(int code) {
        try {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        } finally {
            Runtime.getRuntime().halt(code);
        }
        throw new AssertionError("halted");
    }
}
