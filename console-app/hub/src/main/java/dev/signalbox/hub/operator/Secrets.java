// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.protocol.trust.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/// What nobody can guess: bearers, tokens and invitations.
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Takes as long whether they are the same or not.
    static boolean same(Digest one, Digest other) {
        return MessageDigest.isEqual(
                one.value().getBytes(StandardCharsets.US_ASCII), other.value().getBytes(StandardCharsets.US_ASCII));
    }
}
