// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens what a workspace signs: the owner signs the trust document, the operators it names sign releases.
public final class Trust {
    private Trust() {}

    /// Opens a trust document whose owner key has the pinned fingerprint and has signed it.
    public static TrustDocument openTrust(Envelope envelope, Digest pinnedOwner) {
        var claimed = Json.read(Dsse.payload(envelope), TrustDocument.class);
        PublicKey owner = Ed25519.readPublic(claimed.ownerKey());
        if (!Ed25519.fingerprint(owner).equals(pinnedOwner)) {
            throw new ProblemException(new Problem(
                    "trust.foreign-owner",
                    "The trust file belongs to another owner than the one this node was given.",
                    "Point the node at its own hub, or provision it again."));
        }
        return Json.read(Dsse.open(envelope, Envelope.TRUST, List.of(owner)), TrustDocument.class);
    }

    /// Opens a release that as many of the trusted operators have signed as the trust document wants, for this
    /// workspace.
    public static ReleaseManifest openRelease(Envelope envelope, TrustDocument trust) {
        ReleaseManifest manifest = openProposal(envelope, trust);
        int has = signers(envelope, trust).size();
        if (has < trust.signaturesNeeded()) {
            throw new ProblemException(new Problem(
                    "release.too-few-signatures",
                    "The release is signed by " + has + " of the " + trust.signaturesNeeded()
                            + " operators that this workspace wants.",
                    "Have another operator approve it."));
        }
        return manifest;
    }

    /// The same for a release that at least one of them has signed.
    public static ReleaseManifest openProposal(Envelope envelope, TrustDocument trust) {
        List<PublicKey> keys = trust.operators().stream()
                .map(operator -> Ed25519.readPublic(operator.publicKey()))
                .toList();
        var manifest = Json.read(Dsse.open(envelope, Envelope.RELEASE, keys), ReleaseManifest.class);
        if (!manifest.workspace().equals(trust.workspace())) {
            throw new ProblemException(new Problem(
                    "release.foreign-workspace",
                    "The release is of workspace " + manifest.workspace() + ".",
                    "Release from a console of workspace " + trust.workspace() + "."));
        }
        return manifest;
    }

    /// Names of the trusted operators who have signed a release. Who stands in the trust document under two names with
    /// one key counts once, and so does a name with two keys.
    public static List<String> signers(Envelope envelope, TrustDocument trust) {
        Map<Digest, String> byKey = new LinkedHashMap<>();
        trust.operators().stream()
                .filter(operator ->
                        Dsse.isSigned(envelope, Envelope.RELEASE, List.of(Ed25519.readPublic(operator.publicKey()))))
                .forEach(operator -> byKey.putIfAbsent(fingerprint(operator), operator.name()));
        return byKey.values().stream().distinct().toList();
    }

    private static Digest fingerprint(TrustDocument.OperatorKey operator) {
        return Ed25519.fingerprint(Ed25519.readPublic(operator.publicKey()));
    }
}
