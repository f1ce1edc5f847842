// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Finds the pinned authority in the chain the server shows, then has Java check the chain with it as only anchor.
///
/// Not an extended trust manager on purpose: to a plain one Java adds the check of the host name itself.
final class PinnedTrustManager implements X509TrustManager {
    private final Digest pinned;
    private final InstantSource clock;

    PinnedTrustManager(Digest pinned, InstantSource clock) {
        this.pinned = pinned;
        this.clock = clock;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        X509Certificate authority = pinnedIn(chain).orElseThrow(() -> refused(TlsProblems.foreignAuthority()));
        try {
            trusting(authority, timeOf(chain)).checkServerTrusted(chain, authType);
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

    /// It cannot be earlier than when the authority made the newest certificate: a clock that says so is wrong, as that
    /// of a device which starts in 1970.
    private Instant timeOf(X509Certificate[] chain) {
        return Stream.concat(
                        Stream.of(clock.instant()),
                        Arrays.stream(chain)
                                .map(certificate -> certificate.getNotBefore().toInstant()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static X509TrustManager trusting(X509Certificate authority, Instant at) throws CertificateException {
        try {
            var parameters =
                    new PKIXBuilderParameters(Set.of(new TrustAnchor(authority, null)), new X509CertSelector());
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new CertificateException(everyJavaHasIt);
        }
    }

    private static CertificateException refused(Problem problem) {
        return new CertificateException(problem.toString(), new ProblemException(problem));
    }
}
