// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

import java.util.Optional;

/// Who has a connection of its own: a device, or one of its modules. As text it is `device` or `device/module`, which
/// is also the MQTT client id.
///
/// @param module has the form of a device id
public record ClientId(DeviceId device, Optional<String> module) {
    public ClientId {
        module.ifPresent(DeviceId::new);
    }

    /// The device itself.
    public static ClientId of(DeviceId device) {
        return new ClientId(device, Optional.empty());
    }

    /// Reads what `toString` writes; throws IllegalArgumentException when it is neither form.
    public static ClientId parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? of(new DeviceId(text))
                : new ClientId(new DeviceId(text.substring(0, slash)), Optional.of(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return module.map(name -> device + "/" + name).orElseGet(device::toString);
    }
}
