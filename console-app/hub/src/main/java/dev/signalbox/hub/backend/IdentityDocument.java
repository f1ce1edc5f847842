// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredModule;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.hub.store.Times;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Identities as IoT Hub writes them.
final class IdentityDocument {
    private IdentityDocument() {}

    static ObjectNode of(StoredDevice device, StoredRegistration registration, boolean connected) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("deviceId", device.id().value());
        common(document, registration, connected, device.lastSeen());
        document.put("status", registration.enabled() ? "enabled" : "disabled");
        document.put("statusReason", registration.statusReason().isEmpty() ? null : registration.statusReason());
        document.put("statusUpdatedTime", Times.text(registration.statusChangedAt()));
        document.putObject("capabilities").put("iotEdge", registration.edge());
        document.set("authentication", proof(registration.proof(), device.primaryKey(), device.secondaryKey()));
        return document;
    }

    static ObjectNode of(DeviceId device, StoredModule module, boolean connected) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("deviceId", device.value()).put("moduleId", module.id());
        document.put("managedBy", module.managedBy().isEmpty() ? null : module.managedBy());
        common(document, module.registration(), connected, Optional.empty());
        document.set(
                "authentication", proof(module.registration().proof(), module.primaryKey(), module.secondaryKey()));
        return document;
    }

    private static void common(
            ObjectNode document, StoredRegistration registration, boolean connected, Optional<Instant> seen) {
        document.put("generationId", registration.generation());
        document.put("etag", registration.etag());
        document.put("connectionState", connected ? "Connected" : "Disconnected");
        document.put("connectionStateUpdatedTime", Times.text(seen));
        document.put("lastActivityTime", Times.text(seen));
        document.put("cloudToDeviceMessageCount", 0);
    }

    private static ObjectNode proof(StoredRegistration.Proof proof, String primaryKey, String secondaryKey) {
        ObjectNode document = Json.mapper().createObjectNode().put("type", proof.type());
        document.putObject("symmetricKey")
                .put("primaryKey", orNull(primaryKey))
                .put("secondaryKey", orNull(secondaryKey));
        document.putObject("x509Thumbprint")
                .put("primaryThumbprint", orNull(proof.primaryThumbprint()))
                .put("secondaryThumbprint", orNull(proof.secondaryThumbprint()));
        return document;
    }

    static @org.jspecify.annotations.Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
