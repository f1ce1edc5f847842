// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.storage;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what lies on this node's disk with a key of its own (AES-256-GCM). It keeps a copied file useless without
/// the key file beside it; it does not help against who has the whole folder.
public final class SecretBox {
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private SecretBox(SecretKeySpec key) {
        this.key = key;
    }

    public static SecretBox in(Folder folder) {
        byte[] key = folder.read("box.key").orElseGet(() -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            folder.write("box.key", fresh);
            return fresh;
        });
        return new SecretBox(new SecretKeySpec(key, "AES"));
    }

    public byte[] seal(byte[] open) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, nonce, open);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    public byte[] open(byte[] closed) {
        return apply(
                Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE), Arrays.copyOfRange(closed, NONCE, closed.length));
    }

    private byte[] apply(int mode, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A secret on this node's disk does not fit its key", broken);
        }
    }
}
