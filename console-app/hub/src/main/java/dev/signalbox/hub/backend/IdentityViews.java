// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.operator.device.DeviceIdentity;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.device.ModuleIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Identities in the words operators use, made from the ones back ends use, and the other way round.
final class IdentityViews {
    private IdentityViews() {}

    static DeviceIdentity device(ObjectNode document) {
        return new DeviceIdentity(
                new DeviceId(text(document.path("deviceId"))),
                text(document.path("etag")),
                text(document.path("status")).equals("enabled"),
                text(document.path("statusReason")),
                proof(document),
                text(document.path("generationId")));
    }

    static ModuleIdentity module(ObjectNode document) {
        return new ModuleIdentity(
                text(document.path("moduleId")),
                text(document.path("etag")),
                proof(document),
                text(document.path("managedBy")));
    }

    /// @param host the hub's name in connection strings
    static IdentityKeys keys(ObjectNode document, ClientId who, String host) {
        JsonNode keys = document.path("authentication").path("symmetricKey");
        String primary = text(keys.path("primaryKey"));
        String secondary = text(keys.path("secondaryKey"));
        String start = "HostName=" + host + ";DeviceId=" + who.device()
                + who.module().map(module -> ";ModuleId=" + module).orElse("");
        return new IdentityKeys(primary, secondary, start + with(primary), start + with(secondary));
    }

    private static String with(String key) {
        return key.isEmpty() ? ";x509=true" : ";SharedAccessKey=" + key;
    }

    /// Writes into an identity how it is to prove itself.
    static void prove(ObjectNode document, Proof proof) {
        ObjectNode authentication = document.withObject("/authentication").put("type", type(proof.kind()));
        boolean pinned = proof.kind() == Proof.Kind.SELF_SIGNED;
        authentication
                .putObject("x509Thumbprint")
                .put("primaryThumbprint", pinned ? bare(proof.primaryThumbprint()) : "")
                .put("secondaryThumbprint", pinned ? bare(proof.secondaryThumbprint()) : "");
    }

    /// Tools write thumbprints with colons or blanks between the bytes.
    private static String bare(String thumbprint) {
        return thumbprint.replaceAll("[:\\s]", "");
    }

    private static Proof proof(ObjectNode document) {
        JsonNode authentication = document.path("authentication");
        JsonNode thumbprints = authentication.path("x509Thumbprint");
        return new Proof(
                kind(text(authentication.path("type"))),
                text(thumbprints.path("primaryThumbprint")),
                text(thumbprints.path("secondaryThumbprint")));
    }

    private static Proof.Kind kind(String type) {
        return switch (type) {
            case StoredRegistration.Proof.SELF_SIGNED -> Proof.Kind.SELF_SIGNED;
            case StoredRegistration.Proof.CERTIFICATE_AUTHORITY -> Proof.Kind.CERTIFICATE_AUTHORITY;
            case "none" -> Proof.Kind.NONE;
            default -> Proof.Kind.SAS;
        };
    }

    private static String type(Proof.Kind kind) {
        return switch (kind) {
            case SAS -> "sas";
            case SELF_SIGNED -> StoredRegistration.Proof.SELF_SIGNED;
            case CERTIFICATE_AUTHORITY -> StoredRegistration.Proof.CERTIFICATE_AUTHORITY;
            case NONE -> "none";
        };
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
