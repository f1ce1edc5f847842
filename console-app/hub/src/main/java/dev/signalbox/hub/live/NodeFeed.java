// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.hub.node.Nodes;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Nodes as they change. Who watches gets every node at first, then each that changed, in its newest state: changes
/// that came faster than they could be sent are one.
public final class NodeFeed implements AutoCloseable {
    private static final int MOST_A_BEAT = 500;

    private final Nodes nodes;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = LiveThread.named("live nodes");
    private final Pulse pulse = new Pulse(thread, Duration.ofMillis(20), this::flush);

    public NodeFeed(Nodes nodes) {
        this.nodes = nodes;
        var _ = thread.scheduleAtFixedRate(this::heartbeat, 10, 10, TimeUnit.SECONDS);
    }

    public void changed(DeviceId id) {
        watches.forEach(watch -> watch.changed.add(id));
        pulse.ask();
    }

    /// Sends the channel every node, then changes; ends when the result is closed.
    public AutoCloseable watch(Channel channel) {
        var watch = new Watch(channel);
        watches.add(watch);
        thread.execute(() -> {
            nodes.list().forEach(node -> watch.changed.add(node.id()));
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
        try {
            for (Watch watch : watches) {
                send(watch, frames);
            }
        } catch (ProblemException storeAtFault) {
            // what was not sent stays marked as changed
        }
        if (watches.stream().anyMatch(watch -> !watch.changed.isEmpty())) {
            pulse.ask();
        }
    }

    private void send(Watch watch, Map<DeviceId, String> frames) {
        for (DeviceId id : watch.changed.stream().sorted().limit(MOST_A_BEAT).toList()) {
            if (watch.channel.full()) {
                return;
            }
            watch.changed.remove(id);
            watch.channel.send(frames.computeIfAbsent(id, this::frame));
        }
    }

    private String frame(DeviceId id) {
        List<NodeView> found = nodes.find(id).stream().toList();
        return found.isEmpty()
                ? Frames.event("gone", id.value())
                : Frames.event("node", Json.writeText(found.getFirst()));
    }

    private void heartbeat() {
        watches.stream().filter(watch -> !watch.channel.full()).forEach(watch -> watch.channel.send(Frames.HEARTBEAT));
    }

    private static final class Watch {
        final Channel channel;
        final Set<DeviceId> changed = ConcurrentHashMap.newKeySet();

        Watch(Channel channel) {
            this.channel = channel;
        }
    }
}
