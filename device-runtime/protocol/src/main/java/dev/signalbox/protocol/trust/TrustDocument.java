// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.trust;

import java.util.List;
import java.util.Optional;

/// Whose releases nodes of a workspace believe. Signed by the owner key; a node takes a newer version only.
///
/// @param version grows with each change
/// @param ownerKey the owner's public key, base64 of its X.509 encoding; the node knows its digest
/// @param operators those who may sign releases
/// @param signatures how many of them have to sign a release, 1 to `MOST_SIGNATURES`; one if absent
public record TrustDocument(
        long version, String workspace, String ownerKey, List<OperatorKey> operators, Optional<Integer> signatures) {
    /// More would not fit into an envelope beside those who went.
    public static final int MOST_SIGNATURES = 8;

    public TrustDocument {
        operators = List.copyOf(operators);
        int needed = signatures.orElse(1);
        if (needed < 1 || needed > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A release needs 1 to " + MOST_SIGNATURES + " signatures");
        }
    }

    /// A document by which one signature is enough.
    public TrustDocument(long version, String workspace, String ownerKey, List<OperatorKey> operators) {
        this(version, workspace, ownerKey, operators, Optional.empty());
    }

    /// How many operators have to sign a release.
    public int signaturesNeeded() {
        return signatures.orElse(1);
    }

    /// @param publicKey Ed25519, base64 of its X.509 encoding
    public record OperatorKey(String name, String publicKey) {}
}
