// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import org.jspecify.annotations.Nullable;

/// Messages that the node has not taken yet, oldest first. Many threads add, one takes.
public interface Buffer extends AutoCloseable {
    /// Keeps a message. When there is no room it waits, refuses with ProblemException `local.full`, or gives up the
    /// oldest, as was chosen.
    void add(byte[] message);

    /// The oldest that was not handed out since `again`; null when there is none, or too many have no receipt.
    @Nullable
    Waiting next();

    /// A message was written to a node that gives no receipts.
    void left(Waiting message);

    /// The node has this one and all before it.
    void received(String id);

    /// What has no receipt is handed out again, from the oldest on.
    void again();

    /// Whether messages stay until the node says that it has them, if it says such things.
    boolean wantsReceipts();

    /// Whether all that was added was handed out, and what gets receipts got them.
    boolean isEmpty();

    /// Ends those who wait for room.
    @Override
    void close();

    /// One message.
    ///
    /// @param id by which a node can give a receipt; empty when none is wanted
    /// @param message as it was added
    record Waiting(String id, byte[] message) {}
}
