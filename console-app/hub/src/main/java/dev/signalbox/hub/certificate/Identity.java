// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// A certificate with its private key.
record Identity(X509Certificate certificate, PrivateKey key) {
    /// Without the key.
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
