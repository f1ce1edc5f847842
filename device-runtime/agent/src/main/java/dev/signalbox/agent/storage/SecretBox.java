// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.storage;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what lies on this node's disk with a key of its own (AES-256-GCM). It keeps a copied file useless without
/// the key file beside it; it does not help against who has the whole folder.
public final class SecretBox {
    private static final int NONCE = 12;
    private static final int KEY = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private SecretBox(SecretKeySpec key) {
        this.key = key;
    }

    /// A key that a disk has spoiled is replaced, and what was sealed with it cannot be opened any more.
    public static SecretBox in(Folder folder) {
        byte[] key = folder.read("box.key").filter(kept -> kept.length == KEY).orElseGet(() -> {
            byte[] fresh = new byte[KEY];
            new SecureRandom().nextBytes(fresh);
            folder.write("box.key", fresh);
            return fresh;
        });
        return new SecretBox(new SecretKeySpec(key, "AES"));
    }

    public byte[] seal(byte[] open) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = apply(Cipher.ENCRYPT_MODE, nonce, open);
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Empty when it was not sealed with this key, or was changed since.
    public Optional<byte[]> open(byte[] closed) {
        if (closed.length < NONCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(apply(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(closed, NONCE),
                    Arrays.copyOfRange(closed, NONCE, closed.length)));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] bytes) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher.doFinal(bytes);
    }
}
