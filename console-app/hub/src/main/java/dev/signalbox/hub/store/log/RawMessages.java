// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;

/// Goes through messages as they stand in the log, and makes nothing of what is not asked for. For one thread.
public final class RawMessages {
    private final ByteBuffer in;
    private int start;
    private int device;
    private int bag;
    private int payload;
    private int end;

    /// @param in messages one after the other, from 0 up to the limit
    public RawMessages(ByteBuffer in) {
        this.in = in;
    }

    /// Goes on to the next message; false after the last. Throws IllegalStateException where no message stands.
    public boolean next() {
        if (end == in.limit()) {
            return false;
        }
        start = end;
        if (start + Frame.LENGTHS > in.limit()) {
            throw notAMessage();
        }
        device = start + Long.BYTES;
        bag = after(device);
        payload = after(bag);
        end = after(payload);
        return true;
    }

    private int after(int part) {
        int length = part + Integer.BYTES > in.limit() ? -1 : in.getInt(part);
        int next = part + Integer.BYTES + length;
        if (length < 0 || next < part || next > in.limit()) {
            throw notAMessage();
        }
        return next;
    }

    private IllegalStateException notAMessage() {
        return new IllegalStateException("no message stands at byte " + start + " of a frame");
    }

    /// Where the message begins.
    public int offset() {
        return start;
    }

    /// How many bytes it has.
    public int length() {
        return end - start;
    }

    /// When it was received, in ms since 1970.
    public long receivedAt() {
        return in.getLong(start);
    }

    public String device() {
        return new String(bytes(device), StandardCharsets.UTF_8);
    }

    /// Its property bag as `PropertyBags` reads it.
    public String bag() {
        if (in.getInt(bag) == 0) {
            return "";
        }
        // a percent-encoded bag has no other characters
        return new String(bytes(bag), StandardCharsets.ISO_8859_1);
    }

    public int payloadLength() {
        return in.getInt(payload);
    }

    public byte[] payload() {
        return bytes(payload);
    }

    /// The message with its device, properties and payload.
    public StoredMessage message() {
        return new StoredMessage(
                new DeviceId(device()), Instant.ofEpochMilli(receivedAt()), PropertyBags.read(bag()), payload());
    }

    /// The bytes of messages as they stand in the log, not copied.
    ///
    /// @param from where the first begins
    /// @param to where the last ends
    public ByteBuffer slice(int from, int to) {
        return in.slice(from, to - from);
    }

    /// The CRC-32C of the message as it stands in the log.
    public int sum() {
        var sum = new CRC32C();
        sum.update(slice(start, end));
        return (int) sum.getValue();
    }

    private byte[] bytes(int part) {
        byte[] bytes = new byte[in.getInt(part)];
        in.get(part + Integer.BYTES, bytes);
        return bytes;
    }
}
