// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import dev.signalbox.protocol.trust.TrustDocument.OperatorKey;
import dev.signalbox.workbench.link.HubLink;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The trust document as the hub keeps it.
public final class HubTrust implements Trust {
    /// More than that are not run and not gone back to.
    private static final int NEWEST = 4;

    private final HubLink hub;
    private final KeyPair key;

    /// @param key of this console
    public HubTrust(HubLink hub, KeyPair key) {
        this.hub = hub;
        this.key = key;
    }

    @Override
    public Trusted inForce() {
        return view(document());
    }

    private Trusted view(TrustDocument document) {
        return new Trusted(document.version(), document.operators(), document.signaturesNeeded(), isOwners(document));
    }

    private boolean isOwners(TrustDocument document) {
        return Ed25519.fingerprint(Ed25519.readPublic(document.ownerKey()))
                .equals(Ed25519.fingerprint(key.getPublic()));
    }

    private TrustDocument document() {
        var envelope = hub.get(hub.at(Paths.TRUST), Envelope.class);
        return Json.read(Dsse.payload(envelope), TrustDocument.class);
    }

    /// The document in force, which this console's key signed: what it signs next is made from it, so nothing may come
    /// in that somebody else put there.
    private TrustDocument own() {
        var envelope = hub.get(hub.at(Paths.TRUST), Envelope.class);
        if (!isOwners(Json.read(Dsse.payload(envelope), TrustDocument.class))) {
            throw new ProblemException(new Problem(
                    "trust.not-the-owner",
                    "Only the console that holds the workspace's owner key says whose signatures count.",
                    "Do it in the first owner's console."));
        }
        return dev.signalbox.protocol.codec.Trust.openTrust(envelope, Ed25519.fingerprint(key.getPublic()));
    }

    @Override
    public Change believe(String name, String publicKey) {
        if (!offered(name).equals(publicKey)) {
            throw new ProblemException(new Problem(
                    "trust.other-key",
                    "Operator " + name + " shows another key by now than the one that was looked at.",
                    "Compare the fingerprint again."));
        }
        TrustDocument before = own();
        var keys = Stream.concat(others(before, name), Stream.of(new OperatorKey(name, publicKey)));
        return publish(before, keys.toList(), before.signatures());
    }

    private String offered(String name) {
        return hub.list(hub.at(Paths.OPERATORS), OperatorView[].class).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .flatMap(OperatorView::publicKey)
                .orElseThrow(() -> new ProblemException(new Problem(
                        "trust.no-key",
                        "There is no operator called " + name + " who has shown a key.",
                        "An operator shows one by coming in for the first time.")));
    }

    private static Stream<OperatorKey> others(TrustDocument document, String name) {
        return document.operators().stream().filter(one -> !one.name().equals(name));
    }

    @Override
    public Change forget(String name) {
        TrustDocument before = own();
        return publish(before, others(before, name).toList(), before.signatures());
    }

    @Override
    public Change setSignatures(int needed) {
        TrustDocument before = own();
        return publish(before, before.operators(), needed == 1 ? Optional.empty() : Optional.of(needed));
    }

    private Change publish(TrustDocument before, List<OperatorKey> keys, Optional<Integer> signatures) {
        if (keys.size() < signatures.orElse(1)) {
            throw new ProblemException(new Problem(
                    "trust.too-few",
                    "A release would need " + signatures.orElse(1) + " signatures, and of trusted operators"
                            + " there would be " + keys.size() + ".",
                    "Trust more operators first, or want fewer signatures."));
        }
        var next = new TrustDocument(
                before.version() + 1, before.workspace(), Ed25519.write(key.getPublic()), keys, signatures);
        List<Long> countersigned = countersign(before, next);
        hub.put(hub.at(Paths.TRUST), Dsse.sign(Envelope.TRUST, Json.write(next), key));
        return new Change(view(next), countersigned);
    }

    private List<Long> countersign(TrustDocument before, TrustDocument next) {
        List<Long> signed = new ArrayList<>();
        hub.list(hub.at(Paths.RELEASES), ReleaseSummary[].class).stream()
                .limit(NEWEST)
                .map(ReleaseSummary::number)
                .filter(number -> countersign(number, before, next))
                .forEach(signed::add);
        return signed;
    }

    /// Whether it had to be signed, and was. Only what nodes believe as yet is signed.
    private boolean countersign(long number, TrustDocument before, TrustDocument next) {
        var url = hub.at(Paths.RELEASES, Long.toString(number));
        var envelope = hub.get(url, Envelope.class);
        boolean enough =
                dev.signalbox.protocol.codec.Trust.signers(envelope, next).size() >= next.signaturesNeeded();
        if (enough || Dsse.isSigned(envelope, Envelope.RELEASE, List.of(key.getPublic()))) {
            return false;
        }
        dev.signalbox.protocol.codec.Trust.openRelease(envelope, before);
        hub.post(
                hub.at(Paths.RELEASES, Long.toString(number), "signatures"),
                Dsse.countersign(Envelope.RELEASE, envelope, key),
                Envelope.class);
        return true;
    }
}
