// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.hub.store.sqlite.leaf.Leaves;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/// Brings the leaves up to date when the store opens: a layout without leaves left a note, and nobody is connected.
final class LeafFilling {
    private LeafFilling() {}

    /// Returns whether leaves were missing.
    static boolean run(Handle handle) {
        int notes = handle.execute("DELETE FROM workspace WHERE name = 'leaves-missing'");
        if (notes > 0) {
            fill(handle);
        }
        new Leaves(handle).disconnectAll();
        return notes > 0;
    }

    private static void fill(Handle handle) {
        var devices = new SqliteDevices(handle);
        var twins = new SqliteTwins(handle);
        devices.all().forEach(device -> {
            StoredTwin twin = twins.find(device.id()).orElseGet(StoredTwin::fresh);
            add(new Leaves(handle), device, twin);
        });
    }

    private static void add(Leaves leaves, StoredDevice device, StoredTwin twin) {
        leaves.add(device.id());
        ObjectNode document = TwinDocument.of(device, twin, false);
        document.properties().forEach(member -> leaves.put(device.id(), member.getKey(), member.getValue()));
    }
}
