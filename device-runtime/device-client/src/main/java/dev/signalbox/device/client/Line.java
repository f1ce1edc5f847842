// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.delivery.OutboxLane;
import dev.signalbox.device.link.HubAccess;
import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Link;
import dev.signalbox.device.link.LinkTiming;
import dev.signalbox.device.link.LinkWatcher;
import dev.signalbox.device.outbox.Limits;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.ArrayList;
import java.util.List;

/// A device's line to its hub: the outbox, and the link that empties it.
final class Line implements AutoCloseable {
    /// How a line is to be.
    record Setup(DeviceOptions options, Limits limits, LinkTiming timing) {
        static Setup of(DeviceOptions options) {
            return new Setup(options, Limits.USUAL, LinkTiming.USUAL);
        }

        Credentials credentials() {
            return options.credentials();
        }
    }

    private final Credentials credentials;
    private final Outbox outbox;
    private final Link link;

    private Line(Setup setup, Outbox outbox, Link link) {
        this.credentials = setup.credentials();
        this.outbox = outbox;
        this.link = link;
    }

    /// @param lanes what is sent and heard beside the outbox; a higher one in the list goes first, the outbox last
    static Line of(Setup setup, Outbox outbox, List<Lane> lanes, LinkWatcher watcher) {
        var all = new ArrayList<>(lanes);
        all.add(new OutboxLane(setup.credentials().access().id(), outbox));
        var access = new HubAccess(setup.credentials(), setup.options().tls());
        var link = new Link(access, setup.timing(), all, watcher);
        outbox.whenCommitted(link::wake);
        return new Line(setup, outbox, link);
    }

    void start() {
        link.start();
    }

    void wake() {
        link.wake();
    }

    boolean up() {
        return link.up();
    }

    Outbox outbox() {
        return outbox;
    }

    DeviceId id() {
        return credentials.access().id();
    }

    Credentials credentials() {
        return credentials;
    }

    /// Disconnects. Messages the hub has not taken stay on disk for the next time.
    @Override
    public void close() {
        link.close();
        outbox.close();
        credentials.close();
    }
}
