// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.trust.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Makes digests.
public final class Digests {
    private static final int AT_ONCE = 64 * 1024;

    private Digests() {}

    public static Digest of(byte[] bytes) {
        return digest(sha256().digest(bytes));
    }

    /// Of what a file holds, which need not fit into memory.
    public static Digest of(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (var in = Files.newInputStream(file)) {
            var piece = new byte[AT_ONCE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sha256.update(piece, 0, read);
            }
        }
        return digest(sha256.digest());
    }

    private static Digest digest(byte[] hash) {
        return new Digest("sha256:" + HexFormat.of().formatHex(hash));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
