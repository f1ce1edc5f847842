// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.trust.Digest;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.X509TrustManager;

/// Looks for the pinned CA in the chain the server sent and validates the chain up to it (PKIX, no revocation: the
/// CA is the hub's own, and a new pin is how it is revoked). The host name is checked by who opens the connection.
final class PinnedTrust implements X509TrustManager {
    private final Digest pin;

    PinnedTrust(Digest pin) {
        this.pin = pin;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        int ca = indexOfPinned(chain);
        List<X509Certificate> path = Arrays.asList(chain).subList(0, ca);
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(chain[ca], null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        } catch (GeneralSecurityException broken) {
            throw new CertificateException("The hub's certificate is not good: " + broken.getMessage(), broken);
        }
    }

    private int indexOfPinned(X509Certificate[] chain) throws CertificateException {
        for (int i = 1; i < chain.length; i++) {
            if (fingerprint(chain[i]).equals(pin) && chain[i].getBasicConstraints() >= 0) {
                return i;
            }
        }
        throw new CertificateException("The hub shows a certificate authority that is not the pinned one");
    }

    private static Digest fingerprint(X509Certificate certificate) throws CertificateEncodingException {
        return Digests.of(certificate.getEncoded());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This side is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
