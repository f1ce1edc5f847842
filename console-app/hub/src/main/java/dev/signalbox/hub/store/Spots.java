// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Where messages stand in a frame, as it is stored: for each how many bytes were left out before it, and how many it
/// has, in varints. What the hub added stands apart, each with its length before it; nothing at all if there is none.
///
/// A class and no record, because of its arrays.
public final class Spots {
    private final int count;
    private final int sum;
    private final byte[] places;
    private final byte[] added;

    /// @param sum CRC-32C of the messages' bytes, one after the other
    public Spots(int count, int sum, byte[] places, byte[] added) {
        this.count = count;
        this.sum = sum;
        this.places = places;
        this.added = added;
    }

    /// Where one message stands.
    ///
    /// @param offset from the beginning of the frame's messages, in bytes
    /// @param added properties that the hub added, as `PropertyBags` writes them
    public record Spot(int offset, int length, String added) {}

    public int count() {
        return count;
    }

    public int sum() {
        return sum;
    }

    public byte[] places() {
        return places;
    }

    public byte[] added() {
        return added;
    }

    /// One for each message.
    public List<Spot> all() {
        var spots = new ArrayList<Spot>(count);
        ByteBuffer in = ByteBuffer.wrap(places);
        ByteBuffer texts = ByteBuffer.wrap(added);
        int end = 0;
        while (in.hasRemaining()) {
            int offset = end + varint(in);
            int length = varint(in);
            spots.add(new Spot(offset, length, texts.hasRemaining() ? text(texts) : ""));
            end = offset + length;
        }
        return spots;
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[varint(in)];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static int varint(ByteBuffer in) {
        int value = 0;
        int shift = 0;
        byte next = in.get();
        while (next < 0) {
            value |= (next & 0x7f) << shift;
            shift += 7;
            next = in.get();
        }
        return value | next << shift;
    }
}
