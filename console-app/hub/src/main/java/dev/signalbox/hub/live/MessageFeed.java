// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Messages of a stream as they come, to those who watch it: twice a second, the newest of what came, and how many were
/// left out. Who cannot keep up is told less.
public final class MessageFeed implements AutoCloseable {
    private static final long BEAT_MILLIS = 500;
    private static final long BEATS_OF_SILENCE = 20;

    private final Source source;
    private final Set<Watcher> watching = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live messages");
    private long beats;

    /// Where messages come from.
    public interface Source {
        /// The key that comes next in a stream; does not wait.
        long nextKey(long stream);

        /// The newest messages before a key, of those from another key on. May wait for the disk.
        LiveMessages newest(long stream, long from, long before);
    }

    public MessageFeed(Source source) {
        this.source = source;
        var _ = thread.scheduleAtFixedRate(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Tells what comes from now on, until what it returns is closed.
    public AutoCloseable watch(Channel channel, long stream) {
        var watcher = new Watcher(channel, stream, source.nextKey(stream));
        watching.add(watcher);
        thread.execute(() -> channel.send(Frames.HEARTBEAT));
        return () -> watching.remove(watcher);
    }

    private void beat() {
        beats++;
        watching.stream().filter(watcher -> !watcher.channel.full()).forEach(this::tell);
    }

    private void tell(Watcher watcher) {
        long next = source.nextKey(watcher.stream);
        if (next > watcher.from) {
            try {
                LiveMessages came = source.newest(watcher.stream, watcher.from, next);
                watcher.channel.send(Frames.event("messages", Json.writeText(came)));
            } catch (ProblemException unreadable) {
                // whoever reads the stream itself is told why
            }
            watcher.from = next;
        } else if (beats % BEATS_OF_SILENCE == 0) {
            watcher.channel.send(Frames.HEARTBEAT);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /// One who watches a stream. Only the feed's thread moves its key.
    private static final class Watcher {
        private final Channel channel;
        private final long stream;
        private long from;

        Watcher(Channel channel, long stream, long from) {
            this.channel = channel;
            this.stream = stream;
            this.from = from;
        }
    }
}
