// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Ed25519 keys and signatures (RFC 8032), as the JDK does them.
public final class Ed25519 {
    private Ed25519() {}

    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public static byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /// Whether the signature is this key's over these bytes; false too for a signature of a wrong form.
    public static boolean verify(PublicKey key, byte[] bytes, byte[] sig) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(sig);
        } catch (GeneralSecurityException wrongForm) {
            return false;
        }
    }

    /// Base64 of the X.509 encoding.
    public static String write(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public static PublicKey readPublic(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new ProblemException(
                    new Problem("trust.key-malformed", "A public key cannot be read.", "Make the trust file anew."),
                    malformed);
        }
    }

    public static PrivateKey readPrivate(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException malformed) {
            throw new ProblemException(
                    new Problem("trust.key-malformed", "The private key cannot be read.", "Restore it from its copy."),
                    malformed);
        }
    }

    /// What a node pins: SHA-256 over the X.509 encoding.
    public static Digest fingerprint(PublicKey key) {
        return Digests.of(key.getEncoded());
    }
}
