// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.ProblemException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.regex.Pattern;

/// The key that owns a workspace and signs its releases: made at the console's first start, kept in `owner.key`, never
/// sent anywhere. The file is PEM, the PKCS8 private key first and its public key behind it.
final class OwnerKey {
    private static final String FILE = "owner.key";
    private static final Pattern FORM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----\\s+(\\S+)\\s+-----END PRIVATE KEY-----\\s+"
                    + "-----BEGIN PUBLIC KEY-----\\s+(\\S+)\\s+-----END PUBLIC KEY-----\\s*");

    private OwnerKey() {}

    /// Reads the key, and makes it when there is none.
    static KeyPair in(ConsoleFolder folder) {
        return folder.read(FILE).map(text -> read(folder, text)).orElseGet(() -> make(folder));
    }

    private static KeyPair make(ConsoleFolder folder) {
        KeyPair pair = Ed25519.generate();
        folder.write(
                FILE,
                block(
                                "PRIVATE",
                                Base64.getEncoder()
                                        .encodeToString(pair.getPrivate().getEncoded()))
                        + block("PUBLIC", Ed25519.write(pair.getPublic())));
        return pair;
    }

    private static KeyPair read(ConsoleFolder folder, String text) {
        var parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                return new KeyPair(
                        Ed25519.readPublic(parts.group(2)),
                        Ed25519.readPrivate(Base64.getDecoder().decode(parts.group(1))));
            }
        } catch (IllegalArgumentException | ProblemException damaged) {
            throw new ProblemException(SessionProblems.keyUnreadable(folder.file(FILE)), damaged);
        }
        throw new ProblemException(SessionProblems.keyUnreadable(folder.file(FILE)));
    }

    private static String block(String kind, String base64) {
        return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
    }
}
