// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import dev.signalbox.protocol.trust.Digest;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// TLS towards one hub: a certificate chain counts only if it leads to the certificate authority whose SHA-256 is
/// pinned. No other authority is believed, so a node needs no certificate file, only the digest of its token.
///
/// The host name is the caller's to check, as HTTPS clients do by themselves: leave OkHttp's verifier as it is, and
/// switch HTTPS endpoint identification on for bare sockets.
public final class PinnedTls {
    private final X509TrustManager trustManager;
    private final SSLContext context;

    private PinnedTls(X509TrustManager trustManager, SSLContext context) {
        this.trustManager = trustManager;
        this.context = context;
    }

    /// Trust in the authority whose certificate, in DER, has this digest.
    public static PinnedTls toCa(Digest caFingerprint) {
        return toCa(caFingerprint, InstantSource.system());
    }

    /// The same, for a device that knows the time better than its machine does.
    public static PinnedTls toCa(Digest caFingerprint, InstantSource clock) {
        var trustManager = new PinnedTrustManager(caFingerprint, clock);
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trustManager}, null);
            return new PinnedTls(trustManager, context);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public SSLContext context() {
        return context;
    }

    /// What an HTTPS client wants beside the socket factory.
    public X509TrustManager trustManager() {
        return trustManager;
    }
}
