// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.certificate;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// What a client showed of itself in TLS. Nobody has looked at who it says it is; that it holds the key is certain.
public final class ShownCertificates {
    private ShownCertificates() {}

    public static Optional<X509Certificate> of(@Nullable SSLSession session) {
        try {
            return session != null && session.getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
