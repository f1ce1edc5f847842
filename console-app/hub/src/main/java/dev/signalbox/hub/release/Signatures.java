// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import dev.signalbox.protocol.trust.TrustDocument.OperatorKey;
import java.security.PublicKey;
import java.util.List;

/// Further signatures under what somebody signed before.
final class Signatures {
    private Signatures() {}

    /// Whose signature it has to be.
    ///
    /// @param trust names his keys
    record By(String name, TrustDocument trust) {
        private List<PublicKey> keys() {
            return trust.operators().stream()
                    .filter(operator -> operator.name().equals(name))
                    .map(OperatorKey::publicKey)
                    .map(Ed25519::readPublic)
                    .toList();
        }
    }

    /// The envelope with the signature. Throws unless it is the operator's own, of this, and the first.
    static Envelope added(Envelope envelope, Envelope.Signature signature, By by) {
        List<PublicKey> keys = by.keys();
        if (keys.isEmpty()) {
            throw new ProblemException(ReleaseProblems.notTrusted(by.name()));
        }
        var alone = new Envelope(envelope.payloadType(), envelope.payload(), List.of(signature));
        if (!Dsse.isSigned(alone, Envelope.RELEASE, keys)) {
            throw new ProblemException(ReleaseProblems.notTheAuthor(by.name()));
        }
        if (Dsse.isSigned(envelope, Envelope.RELEASE, keys)) {
            throw new ProblemException(ReleaseProblems.signedBefore(by.name()));
        }
        return envelope.with(signature);
    }
}
