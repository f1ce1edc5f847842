// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

/// What a device answers to a direct method.
public final class MethodAnswer {
    private final int status;
    private final byte[] payload;

    /// @param status as in HTTP, by convention: 200 for done
    /// @param payload JSON, not copied; `null` as JSON for none
    public MethodAnswer(int status, byte[] payload) {
        this.status = status;
        this.payload = payload;
    }

    public int status() {
        return status;
    }

    public byte[] payload() {
        return payload;
    }
}
