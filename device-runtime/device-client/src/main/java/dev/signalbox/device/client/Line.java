// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.credential.Credentials.Access;
import dev.signalbox.device.delivery.AccountLane;
import dev.signalbox.device.delivery.OutboxLane;
import dev.signalbox.device.delivery.Uploads;
import dev.signalbox.device.link.HubAccess;
import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Link;
import dev.signalbox.device.link.LinkTiming;
import dev.signalbox.device.link.LinkWatcher;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A device's line to its hub: the outbox, and the link that empties it.
final class Line implements AutoCloseable {
    /// How a line is to be.
    record Setup(DeviceOptions options, OutboxLimits limits, LinkTiming timing) {
        static Setup of(DeviceOptions options) {
            return new Setup(options, OutboxLimits.USUAL, LinkTiming.USUAL);
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
        Access who = setup.credentials().access();
        var all = new ArrayList<Lane>();
        if (!isAzures(who.hub())) {
            all.add(new AccountLane(who.id(), sending.outbox()::account));
        }
        all.addAll(lanes);
        all.add(new OutboxLane(
                who.id(),
                sending.outbox(),
                sending.uploads(),
                () -> lanes.stream().anyMatch(Lane::owesAnswer)));
        var access = new HubAccess(setup.credentials(), setup.options().tls());
        var link = new Link(access, setup.timing(), all, watcher);
        sending.outbox().whenCommitted(link::wake);
        return new Line(setup, sending, link);
    }

    /// Whether an Azure IoT Hub has that name. Its devices sign in with its own name also where a gateway or a private
    /// link stands between, and no other hub can have a name there.
    static boolean isAzures(HubAddress hub) {
        return hub.host().toLowerCase(Locale.ROOT).contains(".azure-devices.");
    }

    /// What is to be sent, and how large payloads get to the hub.
    record Sending(Outbox outbox, Uploads uploads) {}

    void start() {
        link.start();
    }

    void wake() {
        link.wake();
    }

    long turns() {
        return link.turns();
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
