// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

/// Where an id comes from that a message does not bring.
public enum IdRule {
    /// A message is known by its key. For messages only.
    FROM_KEY,
    /// It goes without. For batches only.
    NONE,
    /// Nowhere: a message without it is a dead letter.
    GIVEN,
    /// It is made by a pattern, such as `{dateTime:yyyy-MM-dd}-{sequenceId}`.
    PATTERN
}
