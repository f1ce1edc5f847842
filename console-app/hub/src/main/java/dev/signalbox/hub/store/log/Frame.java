// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Messages that are written together. All numbers are big-endian: the length of what follows the check sum (4 bytes),
/// its CRC-32C (4; RFC 3720, appendix B.4), who may be in it (`Senders`), then the messages. Each has the time in ms
/// since 1970 (8), and device, property bag and payload, with their length in bytes (4) before them.
final class Frame {
    /// What is read of a frame to pass over it.
    static final int HEAD = Integer.BYTES + Integer.BYTES + Senders.BYTES;

    /// The length of what follows the check sum, and the check sum.
    static final int LENGTH_AND_SUM = 2 * Integer.BYTES;

    /// More than a full frame and the largest message together, in bytes.
    static final int LARGEST = 1 << 24;

    /// From here on a frame has enough, in bytes.
    private static final int FULL = 1 << 20;

    /// Of a message without anything in it.
    static final int LENGTHS = Long.BYTES + 3 * Integer.BYTES;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Senders senders = new Senders();
    private ByteBuffer bytes = ByteBuffer.allocateDirect(2 * FULL).position(HEAD);

    /// A message as it stands in a frame.
    static byte[] written(StoredMessage message) {
        byte[] device = message.device().value().getBytes(StandardCharsets.UTF_8);
        byte[] bag = PropertyBags.write(message.properties()).getBytes(StandardCharsets.UTF_8);
        byte[] payload = message.payload();
        byte[] all = new byte[LENGTHS + device.length + bag.length + payload.length];
        LONG.set(all, 0, message.receivedAt().toEpochMilli());
        put(payload, all, put(bag, all, put(device, all, Long.BYTES)));
        return all;
    }

    /// Returns where what follows begins.
    private static int put(byte[] part, byte[] all, int at) {
        INT.set(all, at, part.length);
        System.arraycopy(part, 0, all, at + Integer.BYTES, part.length);
        return at + Integer.BYTES + part.length;
    }

    /// @param from who sent it
    /// @param written as it stands in a frame
    void add(DeviceId from, byte[] written) {
        if (bytes.remaining() < written.length) {
            bytes = ByteBuffer.allocateDirect(bytes.position() + written.length).put(bytes.flip());
        }
        senders.add(from);
        bytes.put(written);
    }

    boolean isEmpty() {
        return bytes.position() == HEAD;
    }

    boolean isFull() {
        return bytes.position() >= FULL;
    }

    /// The whole of it, to be written. Begins anew with `clear`.
    ByteBuffer finish() {
        int end = bytes.position();
        int start = Integer.BYTES + Integer.BYTES;
        bytes.putInt(0, end - start);
        senders.writeTo(bytes, start);
        var sum = new CRC32C();
        sum.update(bytes.duplicate().limit(end).position(start));
        bytes.putInt(Integer.BYTES, (int) sum.getValue());
        return bytes.duplicate().flip();
    }

    void clear() {
        senders.clear();
        bytes.clear().position(HEAD);
    }
}
