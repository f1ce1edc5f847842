// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import java.security.cert.X509Certificate;
import java.util.List;

/// What one shows who connects over MQTT.
///
/// @param clientId `device` or `device/module`
/// @param userName `{host}/{clientId}/?api-version=...`; older clients leave out the question mark
/// @param password a shared access signature; empty for one who shows a certificate
/// @param certificates what the client showed in TLS, its own certificate first; TLS has checked that it holds that
///     one's key
public record SignIn(String clientId, String userName, String password, List<X509Certificate> certificates) {
    /// Without the password.
    @Override
    public String toString() {
        return "sign-in of " + clientId;
    }
}
