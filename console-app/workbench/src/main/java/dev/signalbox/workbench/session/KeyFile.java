// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The key with which a console signs, never sent anywhere: `owner.key` where a workspace's first owner sits, made at
/// the console's first start, and `operator.key` where another operator does. The file is PEM, the PKCS8 private key
/// first and its public key behind it.
final class KeyFile {
    private static final String OWNER = "owner.key";
    private static final String OPERATOR = "operator.key";
    private static final Pattern FORM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----\\s+(\\S+)\\s+-----END PRIVATE KEY-----\\s+"
                    + "-----BEGIN PUBLIC KEY-----\\s+(\\S+)\\s+-----END PUBLIC KEY-----\\s*");

    private KeyFile() {}

    /// Reads the key, and makes one for a first owner when there is none.
    static KeyPair owners(ConsoleFolder folder) {
        return find(folder).orElseGet(() -> make(folder, OWNER));
    }

    /// Reads the key, and makes one for another operator when there is none.
    static KeyPair operators(ConsoleFolder folder) {
        return find(folder).orElseGet(() -> make(folder, OPERATOR));
    }

    private static Optional<KeyPair> find(ConsoleFolder folder) {
        return Stream.of(OWNER, OPERATOR)
                .flatMap(file -> folder.read(file).stream().map(text -> read(folder.file(file), text)))
                .findFirst();
    }

    private static KeyPair make(ConsoleFolder folder, String file) {
        KeyPair pair = Ed25519.generate();
        folder.write(
                file,
                block(
                                "PRIVATE",
                                Base64.getEncoder()
                                        .encodeToString(pair.getPrivate().getEncoded()))
                        + block("PUBLIC", Ed25519.write(pair.getPublic())));
        return pair;
    }

    private static KeyPair read(Path file, String text) {
        var parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                return new KeyPair(
                        Ed25519.readPublic(parts.group(2)),
                        Ed25519.readPrivate(Base64.getDecoder().decode(parts.group(1))));
            }
        } catch (IllegalArgumentException | ProblemException damaged) {
            throw new ProblemException(SessionProblems.keyUnreadable(file), damaged);
        }
        throw new ProblemException(SessionProblems.keyUnreadable(file));
    }

    private static String block(String kind, String base64) {
        return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
    }
}
