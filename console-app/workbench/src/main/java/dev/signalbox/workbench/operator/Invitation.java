// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What an owner gives a person who is to come in: where the hub is, whose certificate to believe, and the secret that
/// is good once. As text it is one word, so that it survives a letter; to be handed over in a way that nobody else
/// reads.
public record Invitation(HubContact contact, String name, String secret) {
    private static final String PREFIX = "signalbox-invitation.";
    private static final int LONGEST = 16_384;

    /// Without the secret.
    @Override
    public String toString() {
        return "invitation of " + name;
    }

    public String text() {
        var without = new Invitation(
                new HubContact(contact.address(), contact.workspace(), contact.caPem(), 0), name, secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(without));
    }

    /// Throws ProblemException `invitation.malformed` for a text that is none.
    public static Invitation read(String text) {
        String word = text.replaceAll("\\s", "");
        if (!word.startsWith(PREFIX) || word.length() > LONGEST) {
            throw malformed(new IllegalArgumentException("It does not begin with " + PREFIX));
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(word.substring(PREFIX.length()));
            Invitation read = Json.read(new String(json, StandardCharsets.UTF_8), Invitation.class);
            if (read.contact() == null || read.name() == null || read.secret() == null) {
                throw new IllegalArgumentException("It lacks a part");
            }
            return read;
        } catch (IllegalArgumentException | ProblemException cut) {
            throw malformed(cut);
        }
    }

    private static ProblemException malformed(RuntimeException why) {
        return new ProblemException(
                new Problem(
                        "invitation.malformed",
                        "This is no invitation, or not the whole of one.",
                        "Copy it again from its first letter to its last."),
                why);
    }
}
