// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.authority;

import java.time.Instant;

/// An authority whose signature on a device's certificate can let the device in.
///
/// @param name the operators' name for it
/// @param subject its distinguished name, as in `CN=Pumps 2026,O=Waterworks`
/// @param thumbprint SHA-256 of the certificate, 64 hexadecimal digits
/// @param ends when the certificate ends; from then on it lets nobody in
/// @param verified whether it lets devices in; if not, `verificationCode` is to be signed first
/// @param verificationCode the common name of a certificate that the authority is to sign; empty once verified
/// @param pem the certificate, which is no secret
public record AuthorityView(
        String name,
        String subject,
        String thumbprint,
        Instant begins,
        Instant ends,
        boolean verified,
        String verificationCode,
        Instant createdAt,
        Instant changedAt,
        String pem) {}
