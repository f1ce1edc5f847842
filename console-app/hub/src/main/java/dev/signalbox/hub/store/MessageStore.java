// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;

/// Keeps what devices send, until it is fetched or too old.
public interface MessageStore extends AutoCloseable {
    /// Stores a message. Returns at once; the receipt hears how it went.
    void append(StoredMessage message, Receipt receipt);

    /// The newest messages of a device, oldest first.
    List<StoredMessage> newest(DeviceId device, int most);

    /// Removes files that nothing refers to any more, but never the newest one, and what is known of devices that are
    /// silent for long. Returns how many files were removed. Throws ProblemException if some could not be.
    ///
    /// @param mayGo asked with the number of each file
    /// @param now the time by which they are silent
    int forget(IntPredicate mayGo, Instant now);

    @Override
    void close();

    /// Hears what becomes of one message, on the store's own thread, which must not be held up: messages of one sender
    /// in the order in which they were appended.
    interface Receipt {
        /// Asked just before it is stored: false once an earlier message of the same sender could not be stored.
        /// This one would then make that one seem old.
        boolean inOrder();

        /// Whether there is room for one more; asked of what would be stored only, right before it is.
        default boolean hasRoom() {
            return true;
        }

        /// It is durable.
        ///
        /// @param fresh false if the device's outbox sent it, or a later one, before; then it is there once
        void stored(boolean fresh);

        void failed(RuntimeException why);
    }
}
