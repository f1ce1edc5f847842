// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.outbox.OutboxEntry;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.Reserved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/// Sends the outbox over one connection, in order, with a bounded number unacknowledged. A new connection gets a new
/// drain, which begins with the oldest again; the hub knows by epoch and sequence what it has already.
final class Drain {
    private static final int WINDOW = 100;

    private final Outbox outbox;
    private final DeviceId device;
    private final Signal signal;
    private final Semaphore window = new Semaphore(WINDOW);
    private long sent;

    Drain(Outbox outbox, DeviceId device, Signal signal) {
        this.outbox = outbox;
        this.device = device;
        this.signal = signal;
    }

    /// Sends what fits into the window; false if there was nothing to do.
    boolean sendSome(Connection connection) throws MqttException {
        int room = window.availablePermits();
        List<OutboxEntry> entries = room == 0 ? List.of() : outbox.after(sent, room);
        for (OutboxEntry entry : entries) {
            window.acquireUninterruptibly();
            connection.publish(topic(entry), entry.payload(), 1, new Outcome(entry));
            sent = entry.sequence();
        }
        return !entries.isEmpty();
    }

    private String topic(OutboxEntry entry) {
        var properties = new LinkedHashMap<>(entry.properties());
        properties.put(Reserved.EPOCH.wireName(), outbox.epoch());
        properties.put(Reserved.SEQUENCE.wireName(), Long.toString(entry.sequence()));
        return Topics.write(new FromDevice.Telemetry(device, properties));
    }

    /// On Paho's thread: hands over and returns.
    private final class Outcome implements IMqttActionListener {
        private final OutboxEntry entry;

        Outcome(OutboxEntry entry) {
            this.entry = entry;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            outbox.delivered(entry);
            window.release();
            signal.raise();
        }

        @Override
        public void onFailure(IMqttToken token, @Nullable Throwable why) {
            signal.raise();
        }
    }
}
