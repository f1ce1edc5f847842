// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.time.Instant;

/// The certificate of an authority that signs devices' certificates, as the store keeps it.
///
/// @param name the operators' name for it, unique
/// @param pem the certificate as text
/// @param code what somebody who holds the authority's key is to sign as a common name; empty once verified
/// @param verified whether it is known that whoever entered it may sign with it; before that it lets nobody in
public record StoredAuthority(
        String name, String pem, String code, boolean verified, Instant createdAt, Instant changedAt) {}
