// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.protocol.report.Problem;
import java.time.Instant;

/// What can go wrong when authorities are entered.
final class AuthorityProblems {
    private AuthorityProblems() {}

    static Problem notKnown(String name) {
        return new Problem(
                "authority.not-known", "The hub has no authority called \"" + name + "\".", "Look at the list.");
    }

    static Problem badName() {
        return new Problem(
                "authority.name-refused",
                "An authority's name is 1 to 64 letters, digits, . - and _.",
                "Choose such a name.");
    }

    static Problem exists(String name) {
        return new Problem(
                "authority.exists",
                "The hub has an authority \"" + name + "\" of this name or with this certificate already.",
                "Use it, or delete it first.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                "authority.too-many",
                "The hub has " + most + " authorities already.",
                "Delete those that no device needs any more.");
    }

    static Problem refused(String why) {
        return new Problem(
                "authority.refused",
                "The certificate is refused: " + why + ".",
                "Send the certificate of an authority, alone and as PEM.");
    }

    static Problem ended(Instant end) {
        return new Problem(
                "authority.refused", "The authority's certificate ended at " + end + ".", "Send its successor.");
    }

    static Problem alreadyVerified(String name) {
        return new Problem(
                "authority.verified", "The authority \"" + name + "\" is verified already.", "There is nothing to do.");
    }

    static Problem unproven(String why, String code) {
        return new Problem(
                "authority.unproven",
                "The certificate does not prove that you hold the authority's key: " + why + ".",
                "Sign one with the authority's key whose subject is CN=" + code + ".");
    }
}
