// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

/// A direct method that a back end calls. A class and no record, because its payload is an array.
public final class MethodCall {
    private final String name;
    private final byte[] payload;

    /// @param payload JSON, not copied
    public MethodCall(String name, byte[] payload) {
        this.name = name;
        this.payload = payload;
    }

    public String name() {
        return name;
    }

    public byte[] payload() {
        return payload;
    }
}
