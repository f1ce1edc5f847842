// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What operators did.
public interface AuditRecords {
    /// Writes an entry down, and answers its number.
    long add(StoredAudit entry);

    /// The last thing an operator did.
    Optional<StoredAudit> lastOf(String operator);

    /// Says that it was begun once more.
    void again(long id, Instant at);

    /// Says what came of it: the status of the answer.
    void end(long id, int status);

    /// At most so many, newest first.
    ///
    /// @param before of smaller numbers only
    /// @param operator of this one only; empty for all
    /// @param text only those that have this in what was done, in any case; empty for all
    List<StoredAudit> page(long before, String operator, String text, int most);

    /// Forgets the oldest, but so many.
    void keep(long most);
}
