// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import dev.signalbox.hub.node.Nodes;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// One who watches nodes: what it must still be told. Goes through all nodes once, some with each beat, and holds no
/// more than the ids of those that changed meanwhile. Who falls too far behind is cut off.
final class NodeWatch {
    private static final int MOST_A_BEAT = 500;
    private static final int MOST_CHANGED = 20_000;

    private final Channel channel;
    private final Set<DeviceId> changed = ConcurrentHashMap.newKeySet();
    private String reached = "";
    private boolean wentThrough;

    NodeWatch(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    /// Returns whether it can still be told of all.
    boolean changed(DeviceId id) {
        changed.add(id);
        return changed.size() <= MOST_CHANGED;
    }

    /// Whether there is something to tell. For the feed's thread, as `tell`.
    boolean isBehind() {
        return !wentThrough || !changed.isEmpty();
    }

    /// Tells some, as far as the channel takes it.
    ///
    /// @param frame what is to be said of one now
    void tell(Nodes nodes, Function<DeviceId, String> frame) {
        int told = 0;
        for (DeviceId id : changed.stream().limit(MOST_A_BEAT).sorted().toList()) {
            if (channel.full()) {
                return;
            }
            changed.remove(id);
            channel.send(frame.apply(id));
            told++;
        }
        goThrough(nodes, MOST_A_BEAT - told);
    }

    private void goThrough(Nodes nodes, int most) {
        if (wentThrough || most == 0 || channel.full()) {
            return;
        }
        List<NodeView> next = nodes.list(reached, most);
        for (NodeView node : next) {
            if (channel.full()) {
                return;
            }
            reached = node.id().value();
            channel.send(frame(node));
        }
        wentThrough = next.size() < most;
    }

    static String frame(NodeView node) {
        return Frames.event("node", Json.writeText(node));
    }
}
