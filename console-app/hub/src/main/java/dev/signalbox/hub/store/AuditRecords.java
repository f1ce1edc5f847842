// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.List;
import java.util.Optional;

/// What operators did.
public interface AuditRecords {
    /// Writes an entry down, and answers its number.
    long add(StoredAudit entry);

    Optional<StoredAudit> find(long id);

    /// The last one before it that is the same in all but its time.
    Optional<StoredAudit> alike(StoredAudit entry);

    /// Says what came of it: the status of the answer.
    void end(long id, int status);

    /// Counts an entry as one more time of the one before it, which is the same.
    void fold(StoredAudit entry, StoredAudit into);

    /// At most so many, newest first.
    ///
    /// @param before of smaller numbers only
    /// @param operator of this one only; empty for all
    /// @param text only those that have this in what was done, in any case; empty for all
    List<StoredAudit> page(long before, String operator, String text, int most);

    /// Forgets all but so many: first what was refused, so that nobody hides what he did behind what he may not, and
    /// of that as of the others the oldest.
    void keep(long most);
}
