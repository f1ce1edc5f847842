// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.protocol.codec.Ed25519;
import java.util.Locale;

/// Operators in words.
final class OperatorWords {
    /// So many digits of a fingerprint are compared by people: 128 bits.
    private static final int DIGITS = 32;

    private OperatorWords() {}

    static String kind(OperatorKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String state(OperatorState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Chip.Tone tone(OperatorState state) {
        return switch (state) {
            case ACTIVE -> Chip.Tone.GOOD;
            case INVITED -> Chip.Tone.ACCENT;
            case SUSPENDED -> Chip.Tone.WARNING;
            case ENDED -> Chip.Tone.OUTLINE;
        };
    }

    /// What a role may do.
    static String meaning(Role role) {
        return switch (role) {
            case VIEWER -> "Sees all but keys and secrets, and changes nothing.";
            case AUTHOR ->
                "Sees all, and writes services, flows, values of secrets and queries. Nothing of it runs before"
                        + " it is released.";
            case OPERATOR -> "Runs the fleet as well: releases, nodes, devices and their keys, jobs, streams.";
            case OWNER -> "Says who may do what as well: operators, back ends, certificate authorities.";
        };
    }

    /// The first half of a key's fingerprint, in groups that can be read aloud.
    static String fingerprint(String publicKey) {
        String digits = Ed25519.fingerprint(Ed25519.readPublic(publicKey)).hex().substring(0, DIGITS);
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
