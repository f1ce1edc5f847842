// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import dev.signalbox.operator.audit.AuditPage;

/// What operators did.
public interface Audit {
    /// Some entries, newest first; asks the hub and waits for it.
    ///
    /// @param before as the page before said; 0 for the newest
    /// @param operator of this one only; empty for all
    /// @param text only what has this in it, in any case; empty for all
    AuditPage page(long before, String operator, String text);
}
