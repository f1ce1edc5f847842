// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.link.Link;
import dev.signalbox.device.link.LinkEvents;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A device's link to its hub: what is sent is on disk first, connections come and go by themselves. Thread-safe.
///
/// ```java
/// try (var device = DeviceClient.open(options, listener)) {
///     device.start();
///     device.send(payload, Map.of());
/// }
/// ```
public final class DeviceClient implements AutoCloseable {
    /// The largest payload, in bytes, as IoT Hub has it.
    public static final int MAX_PAYLOAD = 256 * 1024;

    private static final long OUTBOX_BYTES = 256L * 1024 * 1024;

    private final Outbox outbox;
    private final Link link;

    private DeviceClient(Outbox outbox, Link link) {
        this.outbox = outbox;
        this.link = link;
    }

    /// Opens the outbox; needs no network. Throws ProblemException when the folder cannot be used.
    public static DeviceClient open(DeviceOptions options, DeviceListener listener) {
        var outbox = Outbox.open(options.folder(), OUTBOX_BYTES);
        var who = new Link.Who(options.id(), options.sharedAccessKey(), options.hub(), options.tls());
        return new DeviceClient(outbox, new Link(who, outbox, forwarding(listener)));
    }

    private static LinkEvents forwarding(DeviceListener listener) {
        return new LinkEvents() {
            @Override
            public void signedIn() {
                listener.signedIn();
            }

            @Override
            public void twin(ObjectNode desired, long version) {
                listener.twin(desired, version);
            }

            @Override
            public void disconnected(Problem why) {
                listener.disconnected(why);
            }
        };
    }

    /// Starts connecting in the background, and stays at it until closed.
    public void start() {
        link.start();
    }

    /// Sends for certain: returns once the message is on disk, from where it reaches the hub once, in order. Throws
    /// ProblemException when it is too large, or the outbox is full or unwritable.
    public void send(byte[] payload, Map<String, String> properties) {
        if (payload.length > MAX_PAYLOAD) {
            throw new ProblemException(new Problem(
                    "outbox.message-too-large",
                    "A message has " + payload.length + " bytes; the hub takes " + MAX_PAYLOAD + ".",
                    "Send it in parts."));
        }
        outbox.add(payload, properties);
        link.wake();
    }

    /// Sends now or not at all (QoS 0); false when there is no connection or it is busy.
    public boolean sendNow(byte[] payload, Map<String, String> properties) {
        return link.sendNow(payload, properties);
    }

    /// Tells a state of which only the newest counts: kept in memory and sent again after each sign-in.
    public void sendState(byte[] payload, Map<String, String> properties) {
        link.sendState(payload, properties);
    }

    /// How many messages are on disk and not acknowledged by the hub.
    public long waiting() {
        return outbox.waiting();
    }

    public boolean connected() {
        return link.connected();
    }

    /// Hangs up; what waits stays on disk for the next time.
    @Override
    public void close() {
        link.close();
        outbox.close();
    }
}
