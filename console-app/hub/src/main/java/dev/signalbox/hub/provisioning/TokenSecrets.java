// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.trust.Digest;
import java.security.SecureRandom;
import java.util.Base64;

/// The secrets of tokens: 256 random bits behind a prefix by which people and scanners know them. The hub keeps their
/// digests only, and finds them by these, so that no comparison tells by its time how much of a guess is right.
final class TokenSecrets {
    static final String PROVISIONING = "sbp_";
    static final String REGISTRATION = "sbr_";

    private static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecrets() {}

    static String make(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What something shown is known by; that of anything too long is nobody's.
    static Digest digest(String shown) {
        return Digests.of(shown.length() <= LONGEST ? shown : "");
    }
}
