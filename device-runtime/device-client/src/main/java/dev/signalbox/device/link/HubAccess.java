// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.credential.Credentials.Access;
import javax.net.ssl.SSLContext;

/// Who signs in where, and whom he trusts there.
///
/// @param tls the host name is checked beside it
public record HubAccess(Credentials credentials, SSLContext tls) {
    private static final String API_VERSION = "2021-04-12";

    static String userName(Access access) {
        return access.hub().host() + "/" + access.id() + "/?api-version=" + API_VERSION;
    }

    /// The sockets see to TLS, not Paho.
    static String address(Access access) {
        String host = access.hub().host();
        return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + access.hub().mqttPort();
    }
}
