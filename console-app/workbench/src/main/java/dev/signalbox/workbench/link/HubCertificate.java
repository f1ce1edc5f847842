// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.link;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// The certificate of a hub's own CA: the only one the console believes when it talks to that hub.
public final class HubCertificate {
    private final Certificate certificate;

    private HubCertificate(Certificate certificate) {
        this.certificate = certificate;
    }

    public static HubCertificate of(String pem) {
        try {
            return new HubCertificate(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        } catch (GeneralSecurityException malformed) {
            throw new ProblemException(LinkProblems.badCertificate(), malformed);
        }
    }

    /// What nodes pin: SHA-256 of its DER.
    public Digest fingerprint() {
        try {
            return Digests.of(certificate.getEncoded());
        } catch (GeneralSecurityException malformed) {
            throw new ProblemException(LinkProblems.badCertificate(), malformed);
        }
    }

    X509TrustManager trustManager() {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("hub", certificate);
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static SSLContext context(X509TrustManager believing) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {believing}, null);
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
