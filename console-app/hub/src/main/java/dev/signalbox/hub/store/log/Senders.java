// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.protocol.identity.DeviceId;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Of whom there may be messages in a frame: a bit for each device, which some share. Where a device's bit is not set
/// there is none of its messages. Whoever looks for one device in days of others can pass over frames by it.
final class Senders {
    static final int BYTES = 128;

    private static final int BITS = BYTES * Byte.SIZE;

    private final byte[] set = new byte[BYTES];

    void add(DeviceId device) {
        int bit = bit(device);
        set[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
    }

    void writeTo(ByteBuffer frame, int at) {
        frame.put(at, set);
    }

    void clear() {
        Arrays.fill(set, (byte) 0);
    }

    private static int bit(DeviceId device) {
        int hash = device.value().hashCode();
        return (hash ^ hash >>> 16) & BITS - 1;
    }
}
