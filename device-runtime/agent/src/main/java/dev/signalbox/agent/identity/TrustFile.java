// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.trust.Digest;

/// What `--trust FILE` holds, for a node that joins with a bare connection string.
///
/// @param ca SHA-256 of the hub's CA certificate
/// @param ownerKey SHA-256 of the owner's public key
public record TrustFile(HubAddress hub, Digest ca, Digest ownerKey) {}
