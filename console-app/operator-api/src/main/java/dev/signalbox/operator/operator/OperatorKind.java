// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// Who an operator is.
public enum OperatorKind {
    /// Signs in with a password, after an invitation.
    PERSON,
    /// A script or a run of continuous integration: has a token, which ends, and no password.
    PROGRAM
}
