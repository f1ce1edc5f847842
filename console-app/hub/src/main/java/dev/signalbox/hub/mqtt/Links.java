// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.protocol.identity.DeviceId;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.mqtt.MqttEndpoint;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The connections of devices, one each: a newer one drops the older. What a device subscribed to outlives its
/// connection unless it asked for a clean session.
public final class Links {
    private final Map<DeviceId, Link> links = new ConcurrentHashMap<>();
    private final Map<DeviceId, Map<String, MqttQoS>> subscriptions = new ConcurrentHashMap<>();
    private final RegistryStore store;
    private final Presence presence;
    private final NodeFeed feed;
    private final Clock clock;
    private volatile Function<Link, LinkTalk> talk = link -> {
        throw new IllegalStateException("Links are not open yet");
    };

    public Links(RegistryStore store, Presence presence, NodeFeed feed, Clock clock) {
        this.store = store;
        this.presence = presence;
        this.feed = feed;
        this.clock = clock;
    }

    /// Says how to talk with those who come in.
    public void talkWith(MessageDesk messages, TwinDesk twins, Notices notices) {
        var parts = new LinkTalk.Parts(messages, twins, notices);
        talk = link -> new LinkTalk(link, parts);
    }

    /// Tells a connected device of a change, if it wants to know.
    public void push(DesiredChange change) {
        Link link = links.get(change.device());
        if (link != null) {
            link.push(change);
        }
        feed.changed(change.device());
    }

    /// Ends the connection of a device that is no longer known.
    public void drop(DeviceId id) {
        subscriptions.remove(id);
        Link link = links.get(id);
        if (link != null) {
            link.close();
        }
        feed.changed(id);
    }

    void open(DeviceId id, MqttEndpoint endpoint, Context context) {
        if (endpoint.isCleanSession()) {
            subscriptions.remove(id);
        }
        boolean sessionPresent = subscriptions.containsKey(id);
        var link = new Link(
                id, new Wire(endpoint, context), subscriptions.computeIfAbsent(id, key -> new ConcurrentHashMap<>()));
        Link older = links.put(id, link);
        if (older != null) {
            older.close();
        }
        endpoint.closeHandler(_ -> ended(link));
        talk.apply(link).begin(endpoint);
        endpoint.accept(sessionPresent);
        presence.came(id);
        seen(id);
    }

    private void ended(Link link) {
        if (links.remove(link.device(), link)) {
            presence.went(link.device());
            seen(link.device());
        }
    }

    private void seen(DeviceId id) {
        feed.changed(id);
        var _ = store.commitLater(records -> {
                    records.devices().setLastSeen(id, clock.instant());
                    records.queries().setConnected(id, presence.isHere(id));
                    return id;
                })
                .thenAccept(feed::changed);
    }
}
