// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads the messages of a day file.
final class Messages {
    private Messages() {}

    /// The newest of a device, oldest first. Rows of a message each are older than all blocks of their file: hubs wrote
    /// them before there were blocks.
    static List<StoredMessage> newest(Handle handle, DeviceId device, int most) {
        List<StoredMessage> found = inBlocks(handle, device, most);
        found.addAll(0, inRows(handle, device, most - found.size()));
        return found;
    }

    private static List<StoredMessage> inBlocks(Handle handle, DeviceId device, int most) {
        List<StoredMessage> found = new ArrayList<>();
        try (var blocks = handle.createQuery("SELECT messages FROM block WHERE instr(devices, ?) > 0 ORDER BY id DESC")
                .bind(0, Block.line(device.value()))
                .mapTo(byte[].class)
                .iterator()) {
            while (found.size() < most && blocks.hasNext()) {
                found.addAll(0, Block.read(blocks.next(), device));
            }
        }
        return new ArrayList<>(found.subList(Math.max(0, found.size() - most), found.size()));
    }

    private static List<StoredMessage> inRows(Handle handle, DeviceId device, int most) {
        return handle.createQuery("SELECT * FROM message WHERE device = ? ORDER BY id DESC LIMIT ?")
                .bind(0, device.value())
                .bind(1, most)
                .map((row, context) -> new StoredMessage(
                        new DeviceId(row.getString("device")),
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        PropertyBags.read(row.getString("properties")),
                        row.getBytes("payload")))
                .list()
                .reversed();
    }
}
