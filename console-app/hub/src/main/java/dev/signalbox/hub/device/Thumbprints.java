// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/// Compares a certificate with what the registry knows of it: SHA-1 in hexadecimal as IoT Hub has it, or SHA-256.
final class Thumbprints {
    private static final int SHA_1_DIGITS = 40;
    private static final int SHA_256_DIGITS = 64;

    private Thumbprints() {}

    /// Throws `device.wrong-certificate` when the certificate is not one of the two that are known.
    static void check(ClientId who, X509Certificate own, StoredRegistration.Proof proof) {
        if (!fits(own, proof.primaryThumbprint()) && !fits(own, proof.secondaryThumbprint())) {
            throw new ProblemException(DeviceProblems.wrongCertificate(who));
        }
    }

    /// @param thumbprint with or without colons, in either case; an empty one fits nothing
    private static boolean fits(X509Certificate certificate, String thumbprint) {
        String digits = thumbprint.replaceAll("[: ]", "").toLowerCase(Locale.ROOT);
        return switch (digits.length()) {
            case SHA_1_DIGITS -> digits.equals(digest("SHA-1", certificate));
            case SHA_256_DIGITS -> digits.equals(digest("SHA-256", certificate));
            default -> false;
        };
    }

    private static String digest(String algorithm, X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException itWasReadBefore) {
            throw new IllegalStateException(itWasReadBefore);
        }
    }
}
