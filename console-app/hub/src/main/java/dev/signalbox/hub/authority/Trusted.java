// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.hub.store.StoredAuthority;
import java.security.cert.X509Certificate;

/// An authority with its certificate as it was read.
record Trusted(StoredAuthority stored, X509Certificate certificate) {
    static Trusted of(StoredAuthority stored) {
        return new Trusted(stored, Certificates.read(stored.pem()));
    }

    String name() {
        return stored.name();
    }

    boolean verified() {
        return stored.verified();
    }
}
