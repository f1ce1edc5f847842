// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// An operator to be let in.
///
/// @param ends when a program's token ends; at most a year from now, which is also what it is if absent
public record NewOperator(String name, OperatorKind kind, Role role, Optional<Instant> ends) {
    /// What names look like.
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
}
