// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.Map;
import java.util.Optional;

/// Registrations of devices and of their modules. They go with their device.
public interface RegistrationRecords {
    Optional<StoredRegistration> find(DeviceId device);

    /// Adds or replaces.
    void put(DeviceId device, StoredRegistration registration);

    /// How many devices are disabled.
    long disabled();

    /// A device's modules by their ids.
    Map<String, StoredModule> modules(DeviceId device);

    Optional<StoredModule> module(DeviceId device, String id);

    /// Adds or replaces a module; its twin stays.
    void putModule(DeviceId device, StoredModule module);

    void deleteModule(DeviceId device, String id);
}
