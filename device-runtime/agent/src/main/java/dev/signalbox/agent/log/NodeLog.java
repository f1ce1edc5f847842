// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Collects log lines from every thread and hands them on in batches, to the terminal and to the hub, at most 20 ms
/// later. Bounded: when the hub takes them too slowly the oldest go, and one line says how many.
public final class NodeLog implements AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 200;
    private static final long PAUSE_MILLIS = 20;

    private final Clock clock;
    private final Consumer<LogLine> terminal;
    private final Uplink uplink;
    private final ArrayDeque<LogLine> waiting = new ArrayDeque<>();
    private final Object unsent = new Object();
    private final Thread sender;
    private long leftOut;
    private volatile boolean closed;

    /// How lines get to the hub.
    @FunctionalInterface
    public interface Uplink {
        /// Sends now, or answers false.
        boolean sendNow(byte[] payload, Map<String, String> properties);
    }

    public NodeLog(Clock clock, Consumer<LogLine> terminal, Uplink uplink) {
        this.clock = clock;
        this.terminal = terminal;
        this.uplink = uplink;
        this.sender = Thread.ofPlatform().daemon().name("log").start(this::sendForEver);
    }

    /// Writes a line of the runtime's own.
    public void runtime(LogLevel level, String text) {
        write("agent", "agent", level, text, "", "");
    }

    public void write(String step, String service, LogLevel level, String text, String code, String description) {
        var line = new LogLine(clock.instant(), step, service, level, text, code, description);
        terminal.accept(line);
        synchronized (unsent) {
            if (waiting.size() >= MOST_WAITING) {
                waiting.removeFirst();
                leftOut++;
            }
            waiting.addLast(line);
            if (waiting.size() == 1) {
                unsent.notifyAll();
            }
        }
    }

    private void sendForEver() {
        try {
            while (!closed) {
                List<LogLine> batch = next();
                if (!uplink.sendNow(Json.write(batch), Map.of(Reserved.KIND.wireName(), Reserved.KIND_LOG))) {
                    putBack(batch);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// The first line waits for nothing; after it, lines of the next 20 ms travel together.
    private List<LogLine> next() throws InterruptedException {
        synchronized (unsent) {
            while (waiting.isEmpty()) {
                unsent.wait();
            }
        }
        Thread.sleep(PAUSE_MILLIS / 4);
        synchronized (unsent) {
            var batch = new ArrayList<LogLine>(BATCH);
            if (leftOut > 0) {
                String text = leftOut + " lines were left out: the hub took them too slowly, or was away";
                batch.add(new LogLine(clock.instant(), "agent", "agent", LogLevel.WARNING, text, "", ""));
                leftOut = 0;
            }
            while (batch.size() < BATCH && !waiting.isEmpty()) {
                batch.add(waiting.removeFirst());
            }
            return batch;
        }
    }

    private void putBack(List<LogLine> batch) throws InterruptedException {
        synchronized (unsent) {
            for (LogLine line : batch.reversed()) {
                if (waiting.size() < MOST_WAITING) {
                    waiting.addFirst(line);
                } else {
                    leftOut++;
                }
            }
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    @Override
    public void close() {
        closed = true;
        sender.interrupt();
    }
}
