// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.audit;

import java.time.Instant;

/// Something an operator did or tried to.
///
/// @param id grows
/// @param last when it was done the last time, if it was done `times` in a row, as drafts are saved
/// @param from whence it came, an address
/// @param deed in words, such as `deletes node pump-1`
public record AuditEntry(
        long id,
        Instant time,
        Instant last,
        String operator,
        String from,
        String deed,
        AuditOutcome outcome,
        long times) {}
