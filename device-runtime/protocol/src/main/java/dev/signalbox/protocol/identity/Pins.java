// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

import dev.signalbox.protocol.trust.Digest;
import java.util.Objects;

/// Which hub a node belongs to, and whose word it takes. A provisioning token holds it; as a JSON file it is what
/// `--trust FILE` names, for a node that joins with a bare connection string. Not secret, but whoever can change it
/// before a node's first start can have the node.
///
/// @param ca SHA-256 of the hub CA's certificate (DER)
/// @param ownerKey SHA-256 of the owner's Ed25519 public key (X.509 encoding), which signs the trust document
public record Pins(HubAddress hub, Digest ca, Digest ownerKey) {
    public Pins {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(ca, "ca");
        Objects.requireNonNull(ownerKey, "ownerKey");
    }
}
