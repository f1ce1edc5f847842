// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.delivery.MessageSize;
import dev.signalbox.device.delivery.OutboxLane;
import dev.signalbox.device.delivery.Outgoing;
import dev.signalbox.device.delivery.QuickLane;
import dev.signalbox.device.delivery.StateLane;
import dev.signalbox.device.link.HubAccess;
import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Link;
import dev.signalbox.device.link.LinkTiming;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.twin.ReportedLane;
import dev.signalbox.device.twin.TwinLane;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.Reserved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A device's end of the line to its hub, a Signalbox hub or an Azure IoT Hub. Safe for use by many threads.
///
/// It connects in the background, comes back by itself after every loss, and renews its sign-in before it expires.
public final class DeviceClient implements AutoCloseable {
    private final Credentials credentials;
    private final DeviceId id;
    private final Outbox outbox;
    private final ListenerThread listener;
    private final OutboxLane messages;
    private final StateLane state = new StateLane();
    private final QuickLane quick = new QuickLane();
    private final ReportedLane reported = new ReportedLane();
    private final Link link;

    private DeviceClient(DeviceOptions options, Outbox outbox, DeviceListener told, LinkTiming timing) {
        this.credentials = options.credentials();
        this.id = credentials.access().id();
        this.outbox = outbox;
        this.listener = new ListenerThread(told);
        this.messages = new OutboxLane(id, outbox);
        var access = new HubAccess(credentials, options.tls());
        var twin = new TwinLane(desired -> {
            listener.twin(desired.values(), desired.version());
            return Lane.SAFE;
        });
        this.link = new Link(access, timing, List.of(twin, state, reported, messages, quick), listener);
    }

    /// Opens the outbox; needs no network. Throws ProblemException when the folder cannot be used, another program uses
    /// it.
    public static DeviceClient open(DeviceOptions options, DeviceListener listener) {
        return open(options, listener, LinkTiming.USUAL, Outbox.DEFAULT_LIMIT);
    }

    static DeviceClient open(DeviceOptions options, DeviceListener listener, LinkTiming timing, long outboxBytes) {
        return new DeviceClient(options, Outbox.open(options.folder(), outboxBytes), listener, timing);
    }

    /// Connects in the background and stays connected until closed.
    public void start() {
        link.start();
    }

    /// Sends a message that must not be lost: returns when it is on disk, and the hub gets it in order, over crashes
    /// and outages. A hub that knows epoch and sequence passes each on exactly once. Many threads sending at a time
    /// share one write.
    ///
    /// Throws ProblemException when it is too large, the outbox is full, or the disk does not take it.
    public void send(byte[] payload, Map<String, String> properties) {
        MessageSize.check(payload, PropertyBags.write(properties));
        outbox.add(payload, properties);
        link.wake();
    }

    /// Sends at once or not at all, without acknowledgement; false when offline or too much is on its way already.
    public boolean sendNow(byte[] payload, Map<String, String> properties) {
        boolean accepted = link.up() && quick.offer(new Outgoing(id, payload, properties));
        if (accepted) {
            link.wake();
        }
        return accepted;
    }

    /// Says how the device is. Only the latest counts: it replaces one that has not left yet, and is said again after
    /// each sign-in. Marked as state unless the properties say otherwise.
    public void sendState(byte[] payload, Map<String, String> properties) {
        Map<String, String> marked = new LinkedHashMap<>(properties);
        marked.putIfAbsent(Reserved.KIND.wireName(), Reserved.KIND_STATE);
        state.offer(new Outgoing(id, payload, marked));
        link.wake();
    }

    /// Changes the twin's reported properties by a merge patch, now or when next connected. Kept in memory: report
    /// again after a restart.
    public void report(ObjectNode reportedPatch) {
        reported.offer(reportedPatch);
        link.wake();
    }

    /// Messages on disk that the hub has not taken yet.
    public long waiting() {
        return outbox.waiting();
    }

    public boolean connected() {
        return link.up();
    }

    /// Disconnects. Messages the hub has not taken stay on disk for the next time.
    @Override
    public void close() {
        link.close();
        credentials.close();
        outbox.close();
        listener.close();
    }
}
