// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.time.Instant;

/// Something an operator did.
///
/// @param id 0 before it is stored
/// @param status of the answer; 0 while there is none
public record StoredAudit(
        long id, Instant time, Instant last, String operator, String from, String deed, int status, long times) {}
