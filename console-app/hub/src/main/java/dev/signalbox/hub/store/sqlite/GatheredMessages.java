// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredMessage;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Gathers the messages of a group into blocks. Only the committing thread uses it.
final class GatheredMessages implements Committer.Gathering {
    private final Block block = new Block();
    private final OutboxMarks marks = new OutboxMarks();

    /// Takes the message unless its outbox was here before with this number or a later one.
    boolean add(Handle handle, StoredMessage message) {
        Optional<StoredMessage.Position> position = message.position();
        if (position.isPresent() && !marks.raise(handle, message.device().value(), position.get())) {
            return false;
        }
        block.add(message);
        if (block.isFull()) {
            writeBlock(handle);
        }
        return true;
    }

    @Override
    public void begin() {
        block.clear();
        marks.clear();
    }

    @Override
    public void write(Handle handle) {
        if (!block.isEmpty()) {
            writeBlock(handle);
        }
        marks.write(handle);
    }

    private void writeBlock(Handle handle) {
        handle.execute("INSERT INTO block (devices, messages) VALUES (?, ?)", block.devices(), block.bytes());
        block.clear();
    }
}
