// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Tags;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.NewModule;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A device or module as typed into the form.
record NewDevice(String id, String tags, Proof.Kind kind, String primaryThumbprint, String secondaryThumbprint) {
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");

    NewDevice {
        id = id.strip();
    }

    /// What is wrong with the id, empty when nothing is or nothing was typed yet.
    String idComplaint(Predicate<String> taken) {
        if (id.isEmpty()) {
            return "";
        }
        if (taken.test(id)) {
            return "There is one of that name.";
        }
        try {
            new DeviceId(id);
            return "";
        } catch (IllegalArgumentException malformed) {
            return "Use 1 to 128 letters, digits, - _ . and : , a letter or digit first.";
        }
    }

    String tagsComplaint() {
        return Tags.complaint(tags);
    }

    String primaryComplaint() {
        return complaint(primaryThumbprint);
    }

    String secondaryComplaint() {
        return complaint(secondaryThumbprint);
    }

    private static String complaint(String thumbprint) {
        String digits = bare(thumbprint);
        return digits.isEmpty() || THUMBPRINT.matcher(digits).matches()
                ? ""
                : "A thumbprint is SHA-1 (40 digits) or SHA-256 (64) in hexadecimal; this has " + digits.length() + ".";
    }

    boolean isReady(Predicate<String> taken) {
        boolean proven = kind != Proof.Kind.SELF_SIGNED
                || (!bare(primaryThumbprint).isEmpty()
                        && primaryComplaint().isEmpty()
                        && secondaryComplaint().isEmpty());
        return proven
                && !id.isEmpty()
                && idComplaint(taken).isEmpty()
                && tagsComplaint().isEmpty();
    }

    NewIdentity identity() {
        return new NewIdentity(new DeviceId(id), Tags.read(tags), proof());
    }

    NewModule module() {
        return new NewModule(id, proof());
    }

    private Proof proof() {
        return kind == Proof.Kind.SELF_SIGNED
                ? new Proof(kind, bare(primaryThumbprint), bare(secondaryThumbprint))
                : new Proof(kind, "", "");
    }

    private static String bare(String thumbprint) {
        return thumbprint.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
    }
}
