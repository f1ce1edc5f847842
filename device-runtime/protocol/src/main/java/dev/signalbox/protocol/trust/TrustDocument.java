// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.trust;

import java.util.List;

/// Whose releases nodes of a workspace believe. Signed by the owner key; a node takes a newer version only.
///
/// @param version grows with each change
/// @param ownerKey the owner's public key, base64 of its X.509 encoding; the node knows its digest
/// @param operators those who may sign releases
public record TrustDocument(long version, String workspace, String ownerKey, List<OperatorKey> operators) {
    public TrustDocument {
        operators = List.copyOf(operators);
    }

    /// @param publicKey Ed25519, base64 of its X.509 encoding
    public record OperatorKey(String name, String publicKey) {}
}
