// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.topic;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Map;
import java.util.OptionalLong;

/// What a device may publish. Topics are those of Azure IoT Hub over MQTT 3.1.1; read by `codec.Topics`.
public sealed interface FromDevice {
    /// `devices/{id}/messages/events/{bag}`, and for a module `devices/{id}/modules/{module}/messages/events/{bag}`
    record Telemetry(ClientId from, Map<String, String> properties) implements FromDevice {
        /// From the device itself.
        public Telemetry(DeviceId device, Map<String, String> properties) {
            this(ClientId.of(device), properties);
        }
    }

    /// `$iothub/twin/GET/?$rid={rid}`
    record TwinGet(String requestId) implements FromDevice {}

    /// `$iothub/twin/PATCH/properties/reported/?$rid={rid}[&$version={base}]`
    record ReportedPatch(String requestId, OptionalLong baseVersion) implements FromDevice {}

    /// `$iothub/methods/res/{status}/?$rid={rid}`
    record MethodResponse(int status, String requestId) implements FromDevice {}
}
