// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.log.LogReader;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the hub's store holds of a device, read from its files.
final class DeviceStoreReader {
    private DeviceStoreReader() {}

    static List<String> texts(Path folder, String device) {
        return stored(folder, device).stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    static List<Map<String, String>> bags(Path folder, String device) {
        return stored(folder, device).stream().map(StoredMessage::properties).toList();
    }

    private static List<StoredMessage> stored(Path folder, String device) {
        return new LogReader(folder).newest(new DeviceId(device), 1000);
    }
}
