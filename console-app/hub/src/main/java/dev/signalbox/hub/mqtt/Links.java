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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// The connections of devices, one each: a newer one drops the older. What a device subscribed to outlives its
/// connection unless it asked for a clean session.
public final class Links {
    private final Map<ClientId, Link> links = new ConcurrentHashMap<>();
    private final RegistryStore store;
    private final Presence presence;
    private final NodeFeed feed;
    private final Clock clock;
    private final AtomicLong onTheWay = new AtomicLong();
    private final AtomicLong shutOuts = new AtomicLong();
    private volatile Optional<LinkTalk.Parts> parts = Optional.empty();

    public Links(RegistryStore store, Presence presence, NodeFeed feed, Clock clock) {
        this.store = store;
        this.presence = presence;
        this.feed = feed;
        this.clock = clock;
    }

    /// Says how to talk with those who come in.
    public void talkWith(Desks desks, Notices notices) {
        parts = Optional.of(new LinkTalk.Parts(desks, notices));
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
        drop(link -> link.device().equals(id));
        feed.changed(id);
    }

    /// Ends the connections of all of whom this is true. Whoever still may comes back at once.
    public void dropAll(Predicate<ClientId> of) {
        drop(link -> of.test(link.client()));
    }

    /// Ends the connection of a module that is no longer known.
    public void dropModule(ClientId module) {
        drop(link -> link.client().equals(module));
    }

    /// Ends the connections that a shared access policy let in, whose keys are no longer good.
    public void dropPolicy(String name) {
        drop(link -> link.pass().policy().filter(name::equals).isPresent());
    }

    /// How often somebody was shut out so far. One who is let in on what was true before is not there yet when the
    /// links to drop are looked for, and must go once he is.
    long shutOuts() {
        return shutOuts.get();
    }

    private void drop(Predicate<Link> which) {
        shutOuts.incrementAndGet();
        links.values().stream().filter(which).forEach(Link::close);
    }

    /// Takes up the session of one who has proved who it is. Waits for the disk.
    Session session(ClientId who, MqttEndpoint endpoint) {
        return Session.open(store, who, endpoint.isCleanSession());
    }

    /// Takes it in. Throws IllegalStateException when it has gone meanwhile.
    void open(Link link, Optional<LastWill> will, Arrival arrival) {
        MqttEndpoint endpoint = arrival.endpoint();
        var said = new LinkTalk(link, parts());
        var lease = lease(link, arrival);
        var farewell = new AtomicBoolean();
        endpoint.disconnectHandler(_ -> farewell.set(true));
        endpoint.closeHandler(_ -> {
            lease.ifPresent(Lease::end);
            ended(link);
            said.ended(will.filter(_ -> !farewell.get()));
        });
        said.begin(endpoint);
        takeOver(link, arrival);
        said.listens();
        endpoint.accept(!link.session().isFresh());
        presence.came(link.client());
        seen(link.client());
        if (link.pass().asOf() != shutOuts.get()) {
            link.close();
        }
    }

    /// The connection of one who has proved who it is.
    Link link(Session session, Pass pass, Arrival arrival) {
        Notices notices = parts().notices();
        var wire = new Wire(arrival, deaf -> notices.refused(arrival.from(), deaf));
        return new Link(session, pass, wire, new Load(onTheWay));
    }

    private Optional<Lease> lease(Link link, Arrival arrival) {
        Optional<Lease> lease =
                link.pass().until().map(until -> new Lease(arrival.context().owner(), clock, until));
        lease.ifPresent(begun -> begun.begin(link::close));
        return lease;
    }

    /// An older connection of the same ends. Operators are told, for it may be a copy that shows up.
    private void takeOver(Link link, Arrival arrival) {
        Link older = links.put(link.client(), link);
        if (older != null) {
            parts().notices().refused(older.wire().from(), MqttProblems.takenOver(arrival.from()));
            older.close();
        }
    }

    private LinkTalk.Parts parts() {
        return parts.orElseThrow(() -> new IllegalStateException("Links are not open yet"));
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
