// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.hub.figures.FigureBook;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// What nodes count, as they tell it, to those who watch: at first of every node, then of each that told something new,
/// twice a second at most. Who cannot keep up is told of each node's newest state only, when there is room.
public final class FigureFeed implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int MOST_A_BEAT = 1_000;

    private final FigureBook book;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live figures");
    private final Pulse pulse = new Pulse(thread, BEAT, this::flush);

    public FigureFeed(FigureBook book) {
        this.book = book;
        var _ = thread.scheduleAtFixedRate(this::heartbeat, 10, 10, TimeUnit.SECONDS);
    }

    /// The node told something new, or is gone for good.
    public void changed(DeviceId node) {
        watches.forEach(watch -> watch.changed.add(node));
        pulse.ask();
    }

    /// Sends the channel what is known of every node, then what is new; ends when the result is closed.
    public AutoCloseable watch(Channel channel) {
        var watch = new Watch(channel);
        watches.add(watch);
        watch.changed.addAll(book.nodes());
        thread.execute(() -> {
            channel.send(Frames.HEARTBEAT);
            pulse.ask();
        });
        return () -> watches.remove(watch);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void flush() {
        Map<DeviceId, String> frames = new HashMap<>();
        watches.forEach(watch -> watch.tell(node -> frames.computeIfAbsent(node, this::frame)));
        if (watches.stream().anyMatch(watch -> !watch.changed.isEmpty())) {
            pulse.ask();
        }
    }

    private String frame(DeviceId node) {
        return book.find(node)
                .map(view -> Frames.event("figures", Json.writeText(view)))
                .orElseGet(() -> Frames.event("gone", node.value()));
    }

    private void heartbeat() {
        watches.stream()
                .map(watch -> watch.channel)
                .filter(channel -> !channel.full())
                .forEach(channel -> channel.send(Frames.HEARTBEAT));
    }

    /// One who watches, and of which nodes something is still to be told.
    private static final class Watch {
        private final Channel channel;
        private final Set<DeviceId> changed = ConcurrentHashMap.newKeySet();

        Watch(Channel channel) {
            this.channel = channel;
        }

        void tell(Function<DeviceId, String> frame) {
            List<DeviceId> some = changed.stream().limit(MOST_A_BEAT).sorted().toList();
            for (DeviceId node : some) {
                if (channel.full()) {
                    return;
                }
                changed.remove(node);
                channel.send(frame.apply(node));
            }
        }
    }
}
