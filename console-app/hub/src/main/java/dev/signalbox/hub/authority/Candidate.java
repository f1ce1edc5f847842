// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.protocol.codec.ProblemException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;

/// Whether a certificate can be an authority's.
final class Candidate {
    private static final int SIGNS_CERTIFICATES = 5;
    private static final String BOUND_TO_NAMES = "2.5.29.30";

    private Candidate() {}

    /// Throws `authority.refused` when it cannot.
    static void check(X509Certificate certificate, Instant now) {
        boolean[] uses = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() < 0) {
            throw refused("it is not an authority's, for its basic constraints do not say CA:TRUE");
        }
        if (uses != null && !uses[SIGNS_CERTIFICATES]) {
            throw refused("its key usage does not let it sign certificates");
        }
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (certificate.hasUnsupportedCriticalExtension() || (critical != null && critical.contains(BOUND_TO_NAMES))) {
            throw refused("it is bound by an extension that this hub does not heed");
        }
        if (!now.isBefore(certificate.getNotAfter().toInstant())) {
            throw new ProblemException(
                    AuthorityProblems.ended(certificate.getNotAfter().toInstant()));
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(AuthorityProblems.refused(why));
    }
}
