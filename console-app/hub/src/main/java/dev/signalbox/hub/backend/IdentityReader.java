// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a back end sends as an identity: status, authentication, capabilities. What only the hub knows, such as
/// the connection's state, is skipped.
public final class IdentityReader {
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");
    private static final int LONGEST_REASON = 128;

    private IdentityReader() {}

    /// Throws `identity.refused` when it breaks a rule.
    public static AskedIdentity read(ObjectNode identity) {
        String status = text(identity.path("status")).orElse("enabled").toLowerCase(Locale.ROOT);
        String reason = text(identity.path("statusReason")).orElse("");
        if (!status.equals("enabled") && !status.equals("disabled")) {
            throw refused("status is enabled or disabled");
        }
        if (reason.length() > LONGEST_REASON) {
            throw refused("statusReason has up to 128 characters");
        }
        JsonNode authentication = identity.path("authentication");
        StoredRegistration.Proof proof = proof(authentication);
        JsonNode keys = authentication.path("symmetricKey");
        Optional<String> primary = proof.type().equals("sas") ? key(keys.path("primaryKey")) : Optional.of("");
        Optional<String> secondary = proof.type().equals("sas") ? key(keys.path("secondaryKey")) : Optional.of("");
        if (primary.isPresent() != secondary.isPresent()) {
            throw refused("give both keys, or neither to have them made");
        }
        return new AskedIdentity(
                status.equals("enabled"),
                reason,
                proof,
                primary,
                secondary,
                identity.path("capabilities").path("iotEdge").asBoolean(false),
                text(identity.path("managedBy")).orElse(""));
    }

    private static StoredRegistration.Proof proof(JsonNode authentication) {
        String primary = thumbprint(authentication.path("x509Thumbprint").path("primaryThumbprint"));
        String secondary = thumbprint(authentication.path("x509Thumbprint").path("secondaryThumbprint"));
        String type = text(authentication.path("type"))
                .orElse(primary.isEmpty() && secondary.isEmpty() ? "sas" : "selfSigned");
        return switch (type) {
            case "sas", "certificateAuthority", "none" -> new StoredRegistration.Proof(type, "", "");
            case "selfSigned" -> {
                if (primary.isEmpty() && secondary.isEmpty()) {
                    throw refused("a selfSigned identity needs a thumbprint");
                }
                yield new StoredRegistration.Proof(type, primary, secondary);
            }
            default -> throw refused("authentication type is sas, selfSigned, certificateAuthority or none");
        };
    }

    private static String thumbprint(JsonNode node) {
        String thumbprint = text(node).orElse("");
        if (!thumbprint.isEmpty() && !THUMBPRINT.matcher(thumbprint).matches()) {
            throw refused("a thumbprint is the certificate's SHA-1 or SHA-256 in hexadecimal");
        }
        return thumbprint.toUpperCase(Locale.ROOT);
    }

    private static Optional<String> key(JsonNode node) {
        Optional<String> key = text(node);
        key.ifPresent(base64 -> {
            int bytes = bytes(base64);
            if (bytes < 16 || bytes > 64) {
                throw refused("a key is 16 to 64 bytes in base64");
            }
        });
        return key;
    }

    private static int bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException malformed) {
            throw refused("a key is 16 to 64 bytes in base64");
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static ProblemException refused(String why) {
        return new ProblemException(BackendProblems.badIdentity(why));
    }
}
