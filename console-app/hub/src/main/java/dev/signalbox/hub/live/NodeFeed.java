// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.hub.node.Nodes;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Nodes as they change. Who watches gets every node at first, then each that changed, in its newest state: changes
/// that came faster than they could be sent are one.
public final class NodeFeed implements AutoCloseable {
    private final Nodes nodes;
    private final Set<NodeWatch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live nodes");
    private final Pulse pulse = new Pulse(thread, Duration.ofMillis(20), this::flush);

    public NodeFeed(Nodes nodes) {
        this.nodes = nodes;
        var _ = thread.scheduleAtFixedRate(this::heartbeat, 10, 10, TimeUnit.SECONDS);
    }

    public void changed(DeviceId id) {
        watches.removeIf(watch -> !keepsUp(watch, id));
        pulse.ask();
    }

    /// Sends the channel every node, then changes; ends when the result is closed.
    public AutoCloseable watch(Channel channel) {
        var watch = new NodeWatch(channel);
        watches.add(watch);
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

    private static boolean keepsUp(NodeWatch watch, DeviceId id) {
        boolean keepsUp = watch.changed(id);
        if (!keepsUp) {
            watch.channel().end();
        }
        return keepsUp;
    }

    private void flush() {
        Map<DeviceId, String> frames = new HashMap<>();
        try {
            for (NodeWatch watch : watches) {
                watch.tell(nodes, id -> frames.computeIfAbsent(id, this::frame));
            }
        } catch (ProblemException storeAtFault) {
            // what was not sent stays marked as changed
        }
        if (watches.stream().anyMatch(NodeWatch::isBehind)) {
            pulse.ask();
        }
    }

    private String frame(DeviceId id) {
        return nodes.find(id).map(NodeWatch::frame).orElseGet(() -> Frames.event("gone", id.value()));
    }

    private void heartbeat() {
        watches.stream()
                .map(NodeWatch::channel)
                .filter(channel -> !channel.full())
                .forEach(channel -> channel.send(Frames.HEARTBEAT));
    }
}
