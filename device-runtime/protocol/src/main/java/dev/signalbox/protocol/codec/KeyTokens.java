// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.identity.KeyToken;
import dev.signalbox.protocol.report.Problem;
import java.util.Base64;

/// Reads and writes a token of version 0.1: `signalbox1.` and base64url of its JSON.
public final class KeyTokens {
    private static final String PREFIX = "signalbox1.";

    private KeyTokens() {}

    public static String write(KeyToken token) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(token));
    }

    public static KeyToken read(String text) {
        try {
            String stripped = text.strip();
            if (!stripped.startsWith(PREFIX)) {
                throw new IllegalArgumentException("no " + PREFIX);
            }
            return Json.read(Base64.getUrlDecoder().decode(stripped.substring(PREFIX.length())), KeyToken.class);
        } catch (IllegalArgumentException | ProblemException malformed) {
            throw new ProblemException(
                    new Problem(
                            "identity.token-malformed",
                            "The provisioning token cannot be read.",
                            "Copy it whole, from signalbox1. to its end."),
                    malformed);
        }
    }
}
