// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.secret;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts secrets at rest: AES-256 in GCM with a key in a file of its own, so that a copy of the store alone tells
/// nothing. A value is bound to its name: it cannot be moved to another one.
public final class Vault {
    private static final String KEY_FILE = "secret.key";
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// Reads the folder's key, or makes one.
    public static Vault open(DataFolder folder) {
        if (!folder.has(KEY_FILE)) {
            folder.write(KEY_FILE, random(32));
        }
        return new Vault(folder.read(KEY_FILE));
    }

    byte[] seal(SecretReference reference, String value) {
        byte[] nonce = random(NONCE);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, reference).doFinal(value.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    String open(SecretReference reference, byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
        try {
            byte[] value = cipher(Cipher.DECRYPT_MODE, nonce, reference).doFinal(sealed, NONCE, sealed.length - NONCE);
            return new String(value, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new ProblemException(
                    new Problem(
                            "secret.unreadable",
                            "Secret " + reference.id() + " was not encrypted with this hub's key.",
                            "Restore " + KEY_FILE + ", or set the secret again and release."),
                    foreign);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, SecretReference reference) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(reference.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int bytes) {
        byte[] fresh = new byte[bytes];
        RANDOM.nextBytes(fresh);
        return fresh;
    }
}
