// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import java.security.cert.X509Certificate;
import java.util.Optional;

/// What one shows who connects over MQTT.
///
/// @param clientId `device` or `device/module`
/// @param userName `{host}/{clientId}/?api-version=...`; older clients leave out the question mark
/// @param password a shared access signature; empty for one who shows a certificate
/// @param certificate the client certificate of the connection; TLS has checked that the client holds its key
public record SignIn(String clientId, String userName, String password, Optional<X509Certificate> certificate) {
    /// Without the password.
    @Override
    public String toString() {
        return "sign-in of " + clientId;
    }
}
