// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Reads messages by channel and key. A channel's keys grow from 0 without a gap, and a key that was read once stands
/// for the same message for ever. All methods may be called on any thread; all but `nextKey` and `watch` wait for the
/// disk, and throw ProblemException where it cannot be read.
public interface StreamReader {
    /// So many bytes of a payload come with a page, at most.
    int INLINE = 256 << 10;

    /// Messages of a channel from a key on, oldest first. Fewer when a limit is met, but at least one if there is one;
    /// none of a channel that has none. A key whose message is damaged on the disk is passed over.
    ///
    /// @param mostBytes of payloads
    Page read(long channel, long fromKey, int most, long mostBytes);

    /// The key that the next message of a channel gets; 0 of one that has none.
    long nextKey(long channel);

    /// The whole payload, chunks joined, unpacked, of the uploaded file. For one thread, to be closed.
    InputStream payload(long channel, long key);

    /// Batches by device and id.
    ///
    /// @param device of this one only
    /// @param after `device/batch` of the last one known; empty to begin
    List<BatchView> batches(long channel, Optional<DeviceId> device, String after, int most);

    /// What the messages of a batch hold, one after the other. For one thread, to be closed.
    InputStream batch(long channel, DeviceId device, String batch, Concatenation join);

    /// Tells once that a channel has a message of this key, at once if it has. It is told on the thread that sorts
    /// messages, which must not be held up.
    Watching watch(long channel, long key, Runnable told);

    /// @param messages oldest first
    /// @param oldestKey of the oldest message that is kept; the next one's if none is
    /// @param nextKey where to read on; `fromKey`, or `oldestKey` if that is later, where there was nothing
    record Page(List<Keyed> messages, long oldestKey, long nextKey) {
        public Page {
            messages = List.copyOf(messages);
        }
    }

    /// @param message with what the hub filled in among its properties, and its payload unpacked and joined
    /// @param size bytes of the payload as sent: packed, all chunks together, or the uploaded file
    /// @param whole false if the payload is only the beginning of it; `payload` has the rest
    record Keyed(long key, StoredMessage message, long size, boolean whole) {}

    /// Somebody who waits for a message.
    interface Watching extends AutoCloseable {
        /// Waits no longer; afterwards nothing is told any more, but for what is being told just now.
        @Override
        void close();
    }
}
