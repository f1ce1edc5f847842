// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import dev.signalbox.protocol.trust.Digest;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// TLS that believes one certificate authority, known by its fingerprint alone. The hub sends its CA along with its own
/// certificate; the chain must lead to that CA and the CA must have the pinned fingerprint.
public final class PinnedTls {
    private final X509TrustManager trust;
    private final SSLContext context;

    private PinnedTls(X509TrustManager trust, SSLContext context) {
        this.trust = trust;
        this.context = context;
    }

    /// @param caFingerprint SHA-256 over the CA certificate's DER
    public static PinnedTls toCa(Digest caFingerprint) {
        try {
            var trust = new PinnedTrust(caFingerprint);
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return new PinnedTls(trust, context);
        } catch (GeneralSecurityException everyJavaHasTls) {
            throw new IllegalStateException(everyJavaHasTls);
        }
    }

    public SSLContext context() {
        return context;
    }

    /// For HTTP clients that want it beside the context. They check the host name themselves.
    public X509TrustManager trustManager() {
        return trust;
    }
}
