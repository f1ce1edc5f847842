// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// A file with a certificate that an operator chose. Waits for the disk.
///
/// @param path of a file as PEM or DER, up to 16 KiB
public record CertificateFile(Path path) {
    /// What the hub takes of one.
    private static final int LONGEST = 16 * 1024;

    private static final byte BEGINS_DER = 0x30;

    /// PEM as it stands there, DER as base64. Throws `authority.file-unreadable` or `authority.file-too-long`; what is
    /// no certificate is left to the hub to refuse.
    public String text() {
        byte[] bytes = read();
        if (bytes.length > LONGEST) {
            throw new ProblemException(AuthorityFileProblems.tooLong(path, LONGEST));
        }
        return bytes.length > 1 && bytes[0] == BEGINS_DER && (bytes[1] & 0x80) != 0
                ? Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] read() {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LONGEST + 1);
        } catch (IOException unreadable) {
            throw new ProblemException(AuthorityFileProblems.unreadable(path), unreadable);
        }
    }
}
