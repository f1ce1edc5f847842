// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import java.time.Instant;
import javax.net.ssl.SSLContext;

/// Who signs in where, and with what.
///
/// @param sharedAccessKey base64
public record HubAccess(DeviceId device, String sharedAccessKey, HubAddress hub, SSLContext tls) {
    private static final String API_VERSION = "2021-04-12";

    String userName() {
        return hub.host() + "/" + device + "/?api-version=" + API_VERSION;
    }

    String password(Instant expiry) {
        return SasTokens.make(hub.host() + "/devices/" + device, sharedAccessKey, expiry);
    }

    String address() {
        String host = hub.host().contains(":") ? "[" + hub.host() + "]" : hub.host();
        return "ssl://" + host + ":" + hub.mqttPort();
    }

    /// The key stays out of logs.
    @Override
    public String toString() {
        return device + " at " + hub;
    }
}
