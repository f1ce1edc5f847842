// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import java.nio.ByteBuffer;
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

    private final Senders senders = new Senders();
    private ByteBuffer bytes = ByteBuffer.allocateDirect(2 * FULL).position(HEAD);

    void add(StoredMessage message) {
        byte[] device = message.device().value().getBytes(StandardCharsets.UTF_8);
        byte[] bag = PropertyBags.write(message.properties()).getBytes(StandardCharsets.UTF_8);
        makeRoom(LENGTHS + device.length + bag.length + message.payload().length);
        senders.add(message.device());
        bytes.putLong(message.receivedAt().toEpochMilli());
        put(device);
        put(bag);
        put(message.payload());
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

    private void makeRoom(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocateDirect(bytes.position() + more).put(bytes.flip());
        }
    }

    private void put(byte[] part) {
        bytes.putInt(part.length).put(part);
    }
}
