// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.outbox.Queued;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the outbox in order, up to a window of messages ahead of the hub's acknowledgements. After a loss it starts
/// again at the oldest that was not acknowledged; the hub knows by epoch and sequence which it has already.
public final class OutboxLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxLane.class);
    private static final int WINDOW = 100;
    private static final long READ_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final DeviceId device;
    private final Outbox outbox;
    private final ArrayDeque<Queued> ready = new ArrayDeque<>();
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private long read;
    private long unreadableSince;
    private boolean unreadable;

    public OutboxLane(DeviceId device, Outbox outbox) {
        this.device = device;
        this.outbox = outbox;
    }

    @Override
    public void pump(Uplink uplink) {
        while (inFlight.size() < WINDOW && refill()) {
            Queued message = ready.remove();
            inFlight.add(message.sequence());
            uplink.publish(topic(message), message.payload(), 1, () -> taken(message));
        }
    }

    private void taken(Queued message) {
        inFlight.remove(message.sequence());
        outbox.taken(message);
    }

    @Override
    public void lost() {
        if (!inFlight.isEmpty()) {
            read = inFlight.first() - 1;
        } else if (!ready.isEmpty()) {
            read = ready.element().sequence() - 1;
        }
        inFlight.clear();
        ready.clear();
    }

    private boolean refill() {
        if (ready.isEmpty() && mayRead()) {
            try {
                ready.addAll(outbox.after(read, WINDOW));
                unreadable = false;
            } catch (ProblemException failed) {
                unreadable = true;
                unreadableSince = System.nanoTime();
                LOG.error("{}", failed.problem());
            }
            if (!ready.isEmpty()) {
                read = ready.getLast().sequence();
            }
        }
        return !ready.isEmpty();
    }

    private boolean mayRead() {
        return !unreadable || System.nanoTime() - unreadableSince > READ_AGAIN_NANOS;
    }

    private String topic(Queued message) {
        Map<String, String> properties = new LinkedHashMap<>(message.properties());
        properties.put(Reserved.EPOCH.wireName(), outbox.epoch());
        properties.put(Reserved.SEQUENCE.wireName(), Long.toString(message.sequence()));
        return Topics.write(new FromDevice.Telemetry(device, properties));
    }
}
