// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/// Collects log lines from every thread and hands them on in batches, to the terminal and to the hub, at most 20 ms
/// later. Bounded: when the hub takes them too slowly the oldest go, and one line says how many.
public final class NodeLog implements AutoCloseable {
    private static final long GATHER_MILLIS = 5;
    private static final long RETRY_MILLIS = 50;

    private final Clock clock;
    private final Consumer<LogLine> terminal;
    private final Uplink uplink;
    private final LineBuffer waiting = new LineBuffer();
    private final Loudness loudness = new Loudness(System::nanoTime);
    private final Thread sender;
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

    /// Which lines the hub gets.
    public Loudness loudness() {
        return loudness;
    }

    /// Writes a line of the runtime's own.
    public void runtime(LogLevel level, String text) {
        write("agent", "agent", level, text, "", "");
    }

    public void write(String step, String service, LogLevel level, String text, String code, String description) {
        var line = new LogLine(clock.instant(), step, service, level, text, code, description);
        terminal.accept(line);
        if (loudness.admits(line)) {
            waiting.add(line);
        }
    }

    private void sendForEver() {
        try {
            while (!closed) {
                waiting.awaitLine();
                Thread.sleep(GATHER_MILLIS);
                send(gather().json());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was left out comes before the lines that follow it.
    private LogBatch gather() {
        var batch = new LogBatch();
        long leftOut = waiting.takeLeftOut();
        if (leftOut > 0) {
            String text = leftOut + " lines were left out: the hub took them too slowly, or was away";
            batch.add(new LogLine(clock.instant(), "agent", "agent", LogLevel.WARNING, text, "", ""));
        }
        while (!batch.isFull()) {
            LogLine line = waiting.take();
            if (line == null) {
                break;
            }
            batch.add(line);
        }
        return batch;
    }

    /// Offers it until it is taken; later lines wait in the buffer.
    private void send(byte[] batch) throws InterruptedException {
        while (!closed && !uplink.sendNow(batch, Map.of(Reserved.KIND.wireName(), Reserved.KIND_LOG))) {
            Thread.sleep(RETRY_MILLIS);
        }
    }

    @Override
    public void close() {
        closed = true;
        sender.interrupt();
    }
}
