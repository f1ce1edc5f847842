// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// Keeps what devices send, until it is fetched or too old.
public interface MessageStore extends AutoCloseable {
    /// Stores a message. The future ends once it is durable: true, or false if the device's outbox has sent it, or a
    /// later one, before.
    ///
    /// @param inOrder asked just before it is stored: false once an earlier message of the same sender could not be
    ///     stored, because this one would then seem to make that one old
    CompletableFuture<Boolean> append(StoredMessage message, BooleanSupplier inOrder);

    /// The newest messages of a device, oldest first.
    List<StoredMessage> newest(DeviceId device, int most);

    /// Removes days that ended longer ago than this; never the newest one, which knows what the outboxes have sent.
    /// Returns how many days were removed.
    int forget(Duration olderThan);

    @Override
    void close();
}
