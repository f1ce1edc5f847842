// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.trust;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Trust;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.util.Optional;

/// The workspace's trust document. The first one pins its owner; later ones must be the same owner's and newer. The hub
/// never holds a private key, and its check is a courtesy: nodes check for themselves.
public final class TrustBook {
    private final RegistryStore store;

    public TrustBook(RegistryStore store) {
        this.store = store;
    }

    public Envelope get() {
        return find().orElseThrow(() -> new ProblemException(new Problem(
                "trust.not-known",
                "This workspace has no trust document yet.",
                "Open it with a console, which makes one.")));
    }

    public Optional<Envelope> find() {
        return store.read(records -> records.workspace().trust());
    }

    /// Takes a newer trust document.
    public Envelope put(Envelope envelope) {
        return store.commit(records -> {
            Digest owner = records.workspace().owner().orElseGet(() -> claimedOwner(envelope));
            TrustDocument next = Trust.openTrust(envelope, owner);
            check(records, next, envelope);
            StandingReleases.check(records, next);
            records.workspace().setOwner(owner);
            records.workspace().setTrust(envelope);
            return envelope;
        });
    }

    /// The document in force, inside a transaction.
    public static TrustDocument inForce(Records records) {
        var envelope = records.workspace().trust();
        var owner = records.workspace().owner();
        if (envelope.isEmpty() || owner.isEmpty()) {
            throw new ProblemException(new Problem(
                    "trust.missing",
                    "This workspace has no trust document, so nobody may sign releases yet.",
                    "Open it with a console, which makes one."));
        }
        return Trust.openTrust(envelope.get(), owner.get());
    }

    private static void check(Records records, TrustDocument next, Envelope envelope) {
        String slug = records.workspace().slug().orElse("");
        if (!next.workspace().equals(slug)) {
            throw new ProblemException(new Problem(
                    "trust.foreign-workspace",
                    "The trust document is of workspace " + next.workspace() + ", and this is " + slug + ".",
                    "Send the one of this workspace."));
        }
        Optional<Envelope> before = records.workspace().trust();
        if (before.isEmpty() || before.get().equals(envelope)) {
            return;
        }
        long version = inForce(records).version();
        if (next.version() <= version) {
            throw new ProblemException(new Problem(
                    "trust.not-newer",
                    "The trust document has version " + next.version() + ", and version " + version + " is in force.",
                    "Make it again with version " + (version + 1) + "."));
        }
    }

    private static Digest claimedOwner(Envelope envelope) {
        var claimed = Json.read(Dsse.payload(envelope), TrustDocument.class);
        return Digests.of(Ed25519.readPublic(claimed.ownerKey()).getEncoded());
    }
}
