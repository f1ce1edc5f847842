// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;

/// What there is one of in a workspace.
public interface WorkspaceRecords {
    /// Its slug, empty before the first start.
    Optional<String> slug();

    void setSlug(String slug);

    /// Whether new devices may come in.
    GateView gate();

    void setGate(GateView gate);

    /// Names of flows that are disabled, in any case.
    NavigableSet<String> flowsOff();

    void setFlowsOff(Collection<String> names);

    Optional<Envelope> trust();

    void setTrust(Envelope trust);

    /// Fingerprint of the owner key that signed the first trust document.
    Optional<Digest> owner();

    void setOwner(Digest fingerprint);

    /// Digest of the one-time owner token while it is good.
    Optional<Digest> ownerToken();

    void setOwnerToken(Digest token);

    void deleteOwnerToken();

    /// Whether the owner has used a session since the last one-time token was made, which ended it.
    boolean ownerSignedIn();

    void setOwnerSignedIn();

    /// Makes room for another one-time token.
    void deleteOwnerSignedIn();
}
