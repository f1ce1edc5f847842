// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// What a shared access policy lets its holder do, in IoT Hub's four words.
public enum Permission {
    REGISTRY_READ("RegistryRead"),
    /// Includes reading.
    REGISTRY_WRITE("RegistryWrite"),
    /// Twins, methods, queries and jobs.
    SERVICE_CONNECT("ServiceConnect"),
    /// To sign in as any device.
    DEVICE_CONNECT("DeviceConnect");

    private final String wireName;

    Permission(String wireName) {
        this.wireName = wireName;
    }

    /// The word as IoT Hub writes it.
    public String wireName() {
        return wireName;
    }

    /// Throws IllegalArgumentException when it is none.
    public static Permission of(String wireName) {
        for (Permission one : values()) {
            if (one.wireName.equals(wireName)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "\"" + wireName + "\" is no permission: RegistryRead, RegistryWrite, ServiceConnect or DeviceConnect");
    }
}
