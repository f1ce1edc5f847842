// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Log lines of all nodes as they come. Each who watches has a place in one shared ring; one who is too slow loses the
/// oldest lines and is told how many, and costs the hub no memory.
public final class LogFeed implements AutoCloseable {
    private static final int KEPT = 20_000;
    private static final long CHARACTERS_KEPT = 32L * 1024 * 1024;
    private static final int BATCH = 1_000;
    private static final int BATCHES_A_BEAT = 8;

    private final Clock clock;
    private final LogRing ring;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live logs");
    private final Pulse pulse = new Pulse(thread, Duration.ofMillis(20), this::flush);

    public LogFeed(Clock clock) {
        this.clock = clock;
        this.ring = new LogRing(KEPT, CHARACTERS_KEPT, clock.millis() * 1000);
        var _ = thread.scheduleAtFixedRate(this::heartbeat, 10, 10, TimeUnit.SECONDS);
    }

    public void publish(List<LogEvent> events) {
        ring.add(events.stream().map(Json::writeText).toList());
        pulse.ask();
    }

    /// A line of the hub's own.
    public void say(LogLevel level, String text) {
        publish(List.of(ofHub(level, text)));
    }

    /// Sends the channel what the ring holds after `last`, then what comes; ends when the result is closed.
    public AutoCloseable watch(Channel channel, OptionalLong last) {
        var watch = new Watch(channel, last.isPresent() ? ring.after(last.getAsLong()) : ring.oldest());
        watches.add(watch);
        pulse.ask();
        return () -> watches.remove(watch);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private LogEvent ofHub(LogLevel level, String text) {
        return new LogEvent(
                LogEvent.HUB, new LogLine(clock.instant(), LogEvent.HUB, LogEvent.HUB, level, text, "", ""));
    }

    private void flush() {
        boolean more = false;
        for (Watch watch : watches) {
            more |= watch.catchUp();
        }
        if (more) {
            pulse.ask();
        }
    }

    private void heartbeat() {
        watches.stream().filter(watch -> !watch.channel.full()).forEach(watch -> watch.channel.send(Frames.HEARTBEAT));
    }

    /// One who watches, and the number of the line that comes next. Touched by the feed's thread alone.
    private final class Watch {
        private final Channel channel;
        private long next;

        Watch(Channel channel, long next) {
            this.channel = channel;
            this.next = next;
        }

        /// Sends some of what is missing; true if some is missing still.
        boolean catchUp() {
            for (int i = 0; i < BATCHES_A_BEAT && next < ring.next() && !channel.full(); i++) {
                sayWhatIsLeftOut();
                List<String> lines = ring.from(next, BATCH);
                next += lines.size();
                channel.send(Frames.event("logs", next - 1, "[" + String.join(",", lines) + "]"));
            }
            return next < ring.next();
        }

        private void sayWhatIsLeftOut() {
            long leftOut = ring.oldest() - next;
            if (leftOut > 0) {
                String line = Json.writeText(List.of(ofHub(
                        LogLevel.WARNING, leftOut + " lines were left out, because this view could not keep up.")));
                next += leftOut;
                channel.send(Frames.event("logs", next - 1, line));
            }
        }
    }
}
