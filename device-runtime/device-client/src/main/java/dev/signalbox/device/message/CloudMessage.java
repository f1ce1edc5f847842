// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

import java.util.Map;

/// A message from the cloud to this device.
public final class CloudMessage {
    private final byte[] payload;
    private final Map<String, String> properties;
    private final int attempt;

    /// @param payload not copied
    /// @param properties its property bag, with `$.mid` as its id where the sender gave one
    /// @param attempt 1 when it is handed over for the first time
    public CloudMessage(byte[] payload, Map<String, String> properties, int attempt) {
        this.payload = payload;
        this.properties = Map.copyOf(properties);
        this.attempt = attempt;
    }

    public byte[] payload() {
        return payload;
    }

    public Map<String, String> properties() {
        return properties;
    }

    public int attempt() {
        return attempt;
    }
}
