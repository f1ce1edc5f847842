// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.audit;

import java.util.List;

/// Some entries, newest first.
///
/// @param before what to ask for older ones with; 0 when there are none
public record AuditPage(List<AuditEntry> entries, long before) {
    public AuditPage {
        entries = List.copyOf(entries);
    }
}
