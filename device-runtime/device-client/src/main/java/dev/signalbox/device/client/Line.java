// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.delivery.OutboxLane;
import dev.signalbox.device.delivery.Uploads;
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

        Outbox outbox() {
            return Outbox.open(options.folder(), limits);
        }

        Credentials credentials() {
            return options.credentials();
        }
    }

    private final Credentials credentials;
    private final Sending sending;
    private final Link link;

    private Line(Setup setup, Sending sending, Link link) {
        this.credentials = setup.credentials();
        this.sending = sending;
        this.link = link;
    }

    /// @param sending the outbox's own lane
    /// @param lanes what is sent and heard beside it, and before it; the first goes first
    static Line of(Setup setup, Sending sending, List<Lane> lanes, LinkWatcher watcher) {
        var all = new ArrayList<>(lanes);
        all.add(new OutboxLane(setup.credentials().access().id(), sending.outbox(), sending.uploads()));
        var access = new HubAccess(setup.credentials(), setup.options().tls());
        var link = new Link(access, setup.timing(), all, watcher);
        sending.outbox().whenCommitted(link::wake);
        return new Line(setup, sending, link);
    }

    /// What is to be sent, and how large payloads get to the hub.
    record Sending(Outbox outbox, Uploads uploads) {}

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
        return sending.outbox();
    }

    DeviceId id() {
        return credentials.access().id();
    }

    Credentials credentials() {
        return credentials;
    }

    /// Disconnects; outbox and credentials stay open.
    @Override
    public void close() {
        link.close();
        sending.uploads().close();
    }
}
