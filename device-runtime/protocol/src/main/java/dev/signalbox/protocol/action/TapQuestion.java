// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import dev.signalbox.protocol.release.StepAddress;

/// What came on a wire since it was last asked. The first question opens the tap; each one keeps it open for
/// `LEASE_SECONDS` more.
///
/// @param after where the page before ended: its `next`; empty for the beginning
public record TapQuestion(StepAddress from, StepAddress to, String after) {
    /// How long a tap stays open after the last question.
    public static final int LEASE_SECONDS = 15;
}
