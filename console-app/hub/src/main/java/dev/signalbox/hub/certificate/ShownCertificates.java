// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.certificate;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// What a client showed of itself in TLS. Nobody has looked at who it says it is; that it holds the key is certain.
public final class ShownCertificates {
    private ShownCertificates() {}

    /// Its own certificate first, then what it sent along; empty when it showed none. TLS takes up to eight.
    public static List<X509Certificate> of(@Nullable SSLSession session) {
        try {
            return session == null
                    ? List.of()
                    : Arrays.stream(session.getPeerCertificates())
                            .filter(X509Certificate.class::isInstance)
                            .map(X509Certificate.class::cast)
                            .toList();
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }
}
