// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

/// Where a hub listens.
///
/// @param host name or address as the hub's certificate has it
/// @param mqttPort MQTT over TLS, usually 8883
/// @param httpsPort HTTPS, usually 8443
public record HubAddress(String host, int mqttPort, int httpsPort) {
    public HubAddress {
        if (host.isBlank() || host.length() > 253) {
            throw new IllegalArgumentException("A hub address needs a host name");
        }
        if (mqttPort < 1 || mqttPort > 65535 || httpsPort < 1 || httpsPort > 65535) {
            throw new IllegalArgumentException("Ports are 1 to 65535");
        }
    }
}
