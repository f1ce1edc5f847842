// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// Whether an operator may come in.
public enum OperatorState {
    /// Has not come yet.
    INVITED,
    ACTIVE,
    /// Keeps name and role, and may not come in.
    SUSPENDED,
    /// A program whose token has ended, or a person whose invitation has.
    ENDED
}
