// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

/// Body of `PUT /devices/registration-tokens/refresh`.
public record RefreshRequest(String registrationToken) {
    /// Without the token.
    @Override
    public String toString() {
        return "refresh of a registration token";
    }
}
