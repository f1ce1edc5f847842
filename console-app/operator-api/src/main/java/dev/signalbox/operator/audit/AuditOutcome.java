// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.audit;

/// What came of it.
public enum AuditOutcome {
    DONE,
    /// The operator lacked the right.
    REFUSED,
    /// It was asked for wrongly, or did not go.
    FAILED,
    /// The hub was stopped meanwhile, or is at it still.
    UNKNOWN
}
