// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.util.Optional;

/// What there is one of in a workspace.
public interface WorkspaceRecords {
    /// Its slug, empty before the first start.
    Optional<String> slug();

    void setSlug(String slug);

    Optional<Envelope> trust();

    void setTrust(Envelope trust);

    /// Fingerprint of the owner key that signed the first trust document.
    Optional<Digest> owner();

    void setOwner(Digest fingerprint);

    /// Digest of the one-time owner token while it is good.
    Optional<Digest> ownerToken();

    void setOwnerToken(Digest token);

    void deleteOwnerToken();

    /// Whether the owner has ever used a session, which ends the one-time token for good.
    boolean ownerSignedIn();

    void setOwnerSignedIn();
}
