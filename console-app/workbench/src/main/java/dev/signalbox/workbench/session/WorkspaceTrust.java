// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import dev.signalbox.workbench.link.HubLink;
import java.security.KeyPair;
import java.util.List;

/// The trust document of a workspace. The first console to open a new hub makes it, and its key is the owner's.
final class WorkspaceTrust {
    private static final String FIRST_OWNER = "owner";

    private WorkspaceTrust() {}

    /// Fingerprint of the owner's key, as new nodes pin it.
    static Digest owner(HubLink hub, Session session, KeyPair key) {
        Envelope envelope = session.name().equals(FIRST_OWNER)
                ? hub.find(hub.at(Paths.TRUST), Envelope.class).orElseGet(() -> makeFirst(hub, session, key))
                : hub.get(hub.at(Paths.TRUST), Envelope.class);
        var document = Json.read(Dsse.payload(envelope), TrustDocument.class);
        return Ed25519.fingerprint(Ed25519.readPublic(document.ownerKey()));
    }

    private static Envelope makeFirst(HubLink hub, Session session, KeyPair key) {
        String publicKey = Ed25519.write(key.getPublic());
        var document = new TrustDocument(
                1, session.workspace(), publicKey, List.of(new TrustDocument.OperatorKey(session.name(), publicKey)));
        Envelope envelope = Dsse.sign(Envelope.TRUST, Json.write(document), key);
        hub.put(hub.at(Paths.TRUST), envelope);
        return envelope;
    }
}
