// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.core.Context;
import io.vertx.mqtt.MqttEndpoint;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The connections of devices, one each: a newer one drops the older. What a device subscribed to outlives its
/// connection unless it asked for a clean session.
public final class Links {
    private final Map<ClientId, Link> links = new ConcurrentHashMap<>();
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
    public void talkWith(Desks desks, Notices notices) {
        var parts = new LinkTalk.Parts(desks, notices);
        talk = link -> new LinkTalk(link, parts);
    }

    /// Tells a connected device of a change, if it wants to know.
    public void push(DesiredChange change) {
        Link link = links.get(ClientId.of(change.device()));
        if (link != null) {
            link.push(change);
        }
        feed.changed(change.device());
    }

    /// Ends the connections of a device that is no longer known, and of its modules.
    public void drop(DeviceId id) {
        links.forEach((who, link) -> {
            if (who.device().equals(id)) {
                link.close();
            }
        });
        feed.changed(id);
    }

    /// Takes up the session of one who has proved who it is. Waits for the disk.
    Session session(ClientId who, MqttEndpoint endpoint) {
        return Session.open(store, who, endpoint.isCleanSession());
    }

    /// Takes it in. Throws IllegalStateException when it has gone meanwhile.
    void open(Session session, MqttEndpoint endpoint, Context context) {
        var link = new Link(session, new Wire(endpoint, context));
        LinkTalk said = talk.apply(link);
        endpoint.closeHandler(_ -> {
            said.ended();
            ended(link);
        });
        said.begin(endpoint);
        Link older = links.put(link.client(), link);
        if (older != null) {
            older.close();
        }
        said.listens();
        endpoint.accept(!session.isFresh());
        if (link.client().module().isEmpty()) {
            presence.came(link.device());
            seen(link.device());
        }
    }

    private void ended(Link link) {
        if (links.remove(link.client(), link) && link.client().module().isEmpty()) {
            presence.went(link.device());
            seen(link.device());
        }
    }

    private void seen(DeviceId id) {
        feed.changed(id);
        var _ = store.commitLater(records -> {
                    records.devices().setLastSeen(id, clock.instant());
                    return id;
                })
                .thenAccept(feed::changed);
    }
}
