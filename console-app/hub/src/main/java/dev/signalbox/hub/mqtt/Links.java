// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.mqtt.MqttEndpoint;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

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
        Link link = links.get(change.who());
        if (link != null) {
            link.push(change);
        }
        feed.changed(change.who().device());
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

    /// Ends the connections of all of whom this is true. Whoever still may comes back at once.
    public void dropAll(Predicate<ClientId> of) {
        links.forEach((who, link) -> {
            if (of.test(who)) {
                link.close();
            }
        });
    }

    /// Ends the connection of a module that is no longer known.
    public void dropModule(ClientId module) {
        Link link = links.get(module);
        if (link != null) {
            link.close();
        }
    }

    /// Takes up the session of one who has proved who it is. Waits for the disk.
    Session session(ClientId who, MqttEndpoint endpoint) {
        return Session.open(store, who, endpoint.isCleanSession());
    }

    /// Takes it in. Throws IllegalStateException when it has gone meanwhile.
    void open(Session session, Optional<LastWill> will, Arrival arrival) {
        var link = new Link(session, new Wire(arrival));
        MqttEndpoint endpoint = arrival.endpoint();
        LinkTalk said = talk.apply(link);
        var farewell = new AtomicBoolean();
        endpoint.disconnectHandler(_ -> farewell.set(true));
        endpoint.closeHandler(_ -> {
            said.ended(will.filter(_ -> !farewell.get()));
            ended(link);
        });
        said.begin(endpoint);
        Link older = links.put(link.client(), link);
        if (older != null) {
            older.close();
        }
        said.listens();
        endpoint.accept(!session.isFresh());
        presence.came(link.client());
        seen(link.client());
    }

    private void ended(Link link) {
        if (links.remove(link.client(), link)) {
            presence.went(link.client());
            seen(link.client());
        }
    }

    /// Only of devices one keeps when they were seen last.
    private void seen(ClientId who) {
        if (who.module().isPresent()) {
            var _ = store.commitLater(records -> connected(records, who));
            return;
        }
        feed.changed(who.device());
        var _ = store.commitLater(records -> {
                    records.devices().setLastSeen(who.device(), clock.instant());
                    return connected(records, who);
                })
                .thenAccept(seen -> feed.changed(seen.device()));
    }

    /// As it is when this is done, for somebody may have gone meanwhile.
    private ClientId connected(Records records, ClientId who) {
        records.queries().setConnected(who, presence.isHere(who));
        return who;
    }
}
