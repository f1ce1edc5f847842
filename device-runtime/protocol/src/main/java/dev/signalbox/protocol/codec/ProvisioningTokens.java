// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.report.Problem;
import java.util.Base64;

/// Reads and writes a provisioning token: `signalbox1.` and base64url of its JSON.
public final class ProvisioningTokens {
    private static final String PREFIX = "signalbox1.";

    private ProvisioningTokens() {}

    public static String write(ProvisioningToken token) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(token));
    }

    public static ProvisioningToken read(String text) {
        try {
            String stripped = text.strip();
            if (!stripped.startsWith(PREFIX)) {
                throw new IllegalArgumentException("no " + PREFIX);
            }
            return Json.read(
                    Base64.getUrlDecoder().decode(stripped.substring(PREFIX.length())), ProvisioningToken.class);
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
