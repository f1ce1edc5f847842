// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.operator.device.Proof;

/// How devices prove themselves, in words.
final class Proofs {
    private Proofs() {}

    static String name(Proof.Kind kind) {
        return switch (kind) {
            case SAS -> "Shared access keys";
            case SELF_SIGNED -> "X.509, self-signed";
            case CERTIFICATE_AUTHORITY -> "X.509, signed by a CA";
            case NONE -> "None";
        };
    }

    static String advice(Proof.Kind kind) {
        return switch (kind) {
            case SAS -> "The hub makes two keys. You copy a connection string with one of them into the device.";
            case SELF_SIGNED -> "The device shows a certificate of its own. The hub knows it by its thumbprint.";
            case CERTIFICATE_AUTHORITY ->
                "The device shows a certificate for its name, signed by an authority that this hub knows.";
            case NONE -> "It cannot sign in by itself.";
        };
    }
}
