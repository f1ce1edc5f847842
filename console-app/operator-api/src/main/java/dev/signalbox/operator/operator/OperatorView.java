// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

import java.time.Instant;
import java.util.Optional;

/// An operator as others see it.
///
/// @param ends when a program's token or an invitation ends; absent for who has come
/// @param used when it last asked the hub for anything, to the hour; absent if never
/// @param publicKey with which it signs, Ed25519, base64 of its X.509 encoding; its signature counts only if the trust
///     document names it
public record OperatorView(
        String name,
        OperatorKind kind,
        Role role,
        OperatorState state,
        Instant made,
        String madeBy,
        Optional<Instant> ends,
        Optional<Instant> used,
        Optional<String> publicKey) {}
