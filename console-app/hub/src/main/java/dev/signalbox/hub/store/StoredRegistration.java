// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// What IoT Hub's identity registry knows of a device or module besides its keys.
///
/// @param generation tells an identity from an earlier one of the same name
/// @param etag changes with each change
/// @param statusReason empty when nobody gave one
/// @param edge whether it calls itself an IoT Edge device
public record StoredRegistration(
        String generation,
        String etag,
        boolean enabled,
        String statusReason,
        Optional<Instant> statusChangedAt,
        Proof proof,
        boolean edge) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// How it proves itself.
    ///
    /// @param type `sas`, `selfSigned`, `certificateAuthority` or `none`
    /// @param primaryThumbprint hexadecimal, empty unless self-signed
    /// @param secondaryThumbprint hexadecimal or empty
    public record Proof(String type, String primaryThumbprint, String secondaryThumbprint) {
        public static final Proof SAS = new Proof("sas", "", "");

        /// Type of one that shows a certificate whose thumbprint is here.
        public static final String SELF_SIGNED = "selfSigned";

        /// Type of one that shows a certificate which an authority signed that the hub knows.
        public static final String CERTIFICATE_AUTHORITY = "certificateAuthority";
    }

    /// What a new identity starts with.
    public static StoredRegistration fresh() {
        String generation = Long.toString(RANDOM.nextLong(100_000_000_000_000_000L, 1_000_000_000_000_000_000L));
        return new StoredRegistration(generation, freshEtag(), true, "", Optional.empty(), Proof.SAS, false);
    }

    public static String freshEtag() {
        byte[] etag = new byte[6];
        RANDOM.nextBytes(etag);
        return Base64.getEncoder().encodeToString(etag);
    }
}
