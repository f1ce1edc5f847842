// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.Spots;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StoredPlace.Received;
import dev.signalbox.hub.store.log.RawMessages;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Gathers the messages of one frame that follow one another in a channel.
final class PlaceBuilder {
    private final long channel;
    private final long firstKey;
    private final Varints places = new Varints();
    private final Varints added = new Varints();
    private final CRC32C sum = new CRC32C();
    private int count;
    /// The run of messages that is not yet summed up.
    private int from;
    private int to;
    private long firstAt;
    private long lastAt = Long.MIN_VALUE;

    PlaceBuilder(long channel, long firstKey) {
        this.channel = channel;
        this.firstKey = firstKey;
    }

    long channel() {
        return channel;
    }

    /// The key that comes next.
    long nextKey() {
        return firstKey + count;
    }

    /// @param more what the hub adds to the message's properties; empty for nothing
    void add(RawMessages message, String more) {
        int offset = message.offset();
        places.add(offset - to);
        places.add(message.length());
        if (offset != to) {
            sumUp(message);
            from = offset;
        }
        to = offset + message.length();
        note(message.receivedAt());
        addText(more);
        count++;
    }

    private void note(long receivedAt) {
        firstAt = count == 0 ? receivedAt : firstAt;
        lastAt = Math.max(lastAt, receivedAt);
    }

    private void addText(String more) {
        if (more.isEmpty() && added.isEmpty()) {
            return;
        }
        if (added.isEmpty()) {
            added.addBytes(new byte[count]);
        }
        byte[] utf8 = more.getBytes(StandardCharsets.UTF_8);
        added.add(utf8.length);
        added.addBytes(utf8);
    }

    private void sumUp(RawMessages messages) {
        sum.update(messages.slice(from, to));
    }

    /// @param messages those of the frame
    /// @param content where they begin
    /// @param resent from when on they are kept
    StoredPlace finish(RawMessages messages, LogPlace content, Resent resent) {
        sumUp(messages);
        var spots = new Spots(count, (int) sum.getValue(), places.toByteArray(), added.toByteArray());
        var received = new Received(resent.notBefore(firstAt), resent.notBefore(lastAt));
        return new StoredPlace(channel, firstKey, content, received, spots);
    }

    /// A place of one message that stands alone.
    static StoredPlace alone(long channel, long key, AloneMessage message, String more) {
        var builder = new PlaceBuilder(channel, key);
        builder.places.add(0);
        builder.places.add(message.length());
        builder.addText(more);
        var spots = new Spots(1, message.sum(), builder.places.toByteArray(), builder.added.toByteArray());
        return new StoredPlace(
                channel, key, message.at(), new Received(message.receivedAt(), message.receivedAt()), spots);
    }

    /// A message somewhere in the log.
    ///
    /// @param at where it begins
    /// @param sum its CRC-32C
    record AloneMessage(LogPlace at, int length, int sum, long receivedAt) {}
}
