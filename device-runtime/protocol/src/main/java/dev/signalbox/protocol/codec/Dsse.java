// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Envelope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/// Signs and opens envelopes as DSSE v1 says (secure-systems-lab/dsse, protocol.md): what is signed is
/// `DSSEv1 SP len(type) SP type SP len(payload) SP payload`.
public final class Dsse {
    private Dsse() {}

    public static Envelope sign(String payloadType, byte[] payload, KeyPair signer) {
        return new Envelope(
                payloadType,
                Base64.getEncoder().encodeToString(payload),
                List.of(signature(payloadType, payload, signer)));
    }

    /// Another's signature of what is in the envelope, as that type and no other, whatever the envelope says of itself.
    /// Who makes it has to have read that.
    public static Envelope.Signature countersign(String payloadType, Envelope envelope, KeyPair signer) {
        return signature(payloadType, payload(envelope), signer);
    }

    private static Envelope.Signature signature(String payloadType, byte[] payload, KeyPair signer) {
        byte[] sig = Ed25519.sign(signer.getPrivate(), preAuthentication(payloadType, payload));
        return new Envelope.Signature(
                Ed25519.fingerprint(signer.getPublic()).value(),
                Base64.getEncoder().encodeToString(sig));
    }

    /// The payload, if one of the keys signed it as this type; otherwise ProblemException `trust.signature-refused`.
    public static byte[] open(Envelope envelope, String payloadType, Collection<PublicKey> trusted) {
        byte[] payload = payload(envelope);
        if (!isSigned(envelope, payloadType, trusted)) {
            throw new ProblemException(new Problem(
                    "trust.signature-refused",
                    "Nobody whom this workspace trusts has signed this.",
                    "Release again from a console whose key is in the trust file."));
        }
        return payload;
    }

    /// Whether one of the keys signed it as this type.
    public static boolean isSigned(Envelope envelope, String payloadType, Collection<PublicKey> trusted) {
        byte[] signed = preAuthentication(payloadType, payload(envelope));
        return envelope.payloadType().equals(payloadType)
                && envelope.signatures().stream().anyMatch(s -> signedByOne(trusted, signed, s));
    }

    /// The payload without any check. Only to learn its digest, or to find the key that must then check it.
    public static byte[] payload(Envelope envelope) {
        return decode(envelope.payload());
    }

    private static boolean signedByOne(Collection<PublicKey> trusted, byte[] signed, Envelope.Signature signature) {
        byte[] sig = decode(signature.sig());
        return trusted.stream().anyMatch(key -> Ed25519.verify(key, signed, sig));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    new Problem("trust.envelope-malformed", "A signed envelope is not base64.", "Send it again whole."),
                    malformed);
        }
    }

    private static byte[] preAuthentication(String payloadType, byte[] payload) {
        var bytes = new ByteArrayOutputStream(payload.length + 64);
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(type);
        bytes.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }
}
