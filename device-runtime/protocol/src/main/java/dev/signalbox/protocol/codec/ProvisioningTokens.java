// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.report.Problem;
import java.util.Base64;

/// Reads and writes a provisioning token: `signalbox2.` and base64url of its JSON.
public final class ProvisioningTokens {
    public static final String PREFIX = "signalbox2.";

    private ProvisioningTokens() {}

    public static String write(ProvisioningToken token) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(token));
    }

    /// Throws ProblemException when the text is none, or was cut.
    public static ProvisioningToken read(String text) {
        try {
            String stripped = text.strip();
            if (!stripped.startsWith(PREFIX)) {
                throw new IllegalArgumentException("no " + PREFIX);
            }
            byte[] json = Base64.getUrlDecoder().decode(stripped.substring(PREFIX.length()));
            return Json.read(json, ProvisioningToken.class);
        } catch (IllegalArgumentException | ProblemException malformed) {
            throw new ProblemException(
                    new Problem(
                            "identity.token-malformed",
                            "The provisioning token cannot be read.",
                            "Copy it whole, from " + PREFIX + " to its end."),
                    malformed);
        }
    }
}
