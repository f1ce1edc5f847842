// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Finds the pinned authority in the chain the server shows, then has Java check the chain with it as only anchor.
///
/// Not an extended trust manager on purpose: to a plain one Java adds the check of the host name itself.
final class PinnedTrustManager implements X509TrustManager {
    private final Digest pinned;

    PinnedTrustManager(Digest pinned) {
        this.pinned = pinned;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        X509Certificate authority = pinnedIn(chain).orElseThrow(() -> refused(TlsProblems.foreignAuthority()));
        try {
            trusting(authority).checkServerTrusted(chain, authType);
        } catch (CertificateException invalid) {
            throw refused(TlsProblems.chainInvalid(String.valueOf(invalid.getMessage())));
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("A device accepts no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /// The first certificate is the server's own and never an authority.
    private Optional<X509Certificate> pinnedIn(X509Certificate[] chain) throws CertificateException {
        for (X509Certificate certificate : Arrays.asList(chain).subList(Math.min(1, chain.length), chain.length)) {
            if (certificate.getBasicConstraints() >= 0
                    && Digests.of(certificate.getEncoded()).equals(pinned)) {
                return Optional.of(certificate);
            }
        }
        return Optional.empty();
    }

    private static X509TrustManager trusting(X509Certificate authority) throws CertificateException {
        try {
            var anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            anchors.setCertificateEntry("hub", authority);
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(anchors);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException everyJavaHasIt) {
            throw new CertificateException(everyJavaHasIt);
        }
    }

    private static CertificateException refused(Problem problem) {
        return new CertificateException(problem.toString(), new ProblemException(problem));
    }
}
