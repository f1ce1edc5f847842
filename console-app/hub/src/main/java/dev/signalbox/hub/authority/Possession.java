// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.hub.store.StoredAuthority;
import dev.signalbox.protocol.codec.ProblemException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// Whether somebody has shown that he holds an authority's key, as IoT Hub has it shown: by a certificate, signed with
/// that key, for a name that nobody could know before.
final class Possession {
    private Possession() {}

    /// Throws `authority.unproven` when it shows nothing, `authority.verified` when nothing is to be shown.
    static void check(StoredAuthority authority, X509Certificate shown, Instant now) {
        if (authority.verified()) {
            throw new ProblemException(AuthorityProblems.alreadyVerified(authority.name()));
        }
        if (!Certificates.commonNames(shown).equals(List.of(authority.code()))) {
            throw unproven("its subject is not the verification code", authority);
        }
        if (!Certificates.signed(Certificates.read(authority.pem()), shown)) {
            throw unproven("it is not signed by \"" + authority.name() + "\"", authority);
        }
        if (!now.isBefore(shown.getNotAfter().toInstant())) {
            throw unproven("it ended at " + shown.getNotAfter().toInstant(), authority);
        }
    }

    private static ProblemException unproven(String why, StoredAuthority authority) {
        return new ProblemException(AuthorityProblems.unproven(why, authority.code()));
    }
}
