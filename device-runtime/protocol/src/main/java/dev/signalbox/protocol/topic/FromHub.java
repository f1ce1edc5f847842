// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.topic;

import java.util.OptionalLong;

/// What the hub publishes to a device. Topics are those of Azure IoT Hub over MQTT 3.1.1; read by `codec.Topics`.
public sealed interface FromHub {
    /// `$iothub/twin/res/{status}/?$rid={rid}[&$version={new}]`
    record TwinResponse(int status, String requestId, OptionalLong version) implements FromHub {}

    /// `$iothub/twin/PATCH/properties/desired/?$version={v}`
    record DesiredPatch(long version) implements FromHub {}

    /// `$iothub/methods/POST/{name}/?$rid={rid}`
    record MethodCall(String name, String requestId) implements FromHub {}

    /// `devices/{id}/messages/devicebound/{bag}`
    record CloudMessage(java.util.Map<String, String> properties) implements FromHub {}
}
