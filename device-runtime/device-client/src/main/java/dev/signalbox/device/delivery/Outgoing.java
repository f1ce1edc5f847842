// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromDevice;
import java.util.Map;

/// A message that is not kept on disk, ready for the wire. No record, for two of the same content are still two.
public final class Outgoing {
    private final String topic;
    private final byte[] payload;

    /// Throws ProblemException when the hub would not take it.
    public Outgoing(DeviceId device, byte[] payload, Map<String, String> properties) {
        MessageSize.check(payload, PropertyBags.write(properties));
        this.topic = Topics.write(new FromDevice.Telemetry(device, properties));
        this.payload = payload.clone();
    }

    String topic() {
        return topic;
    }

    byte[] payload() {
        return payload;
    }
}
