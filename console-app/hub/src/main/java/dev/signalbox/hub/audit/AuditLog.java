// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.audit;

import dev.signalbox.hub.store.AuditRecords;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredAudit;
import dev.signalbox.operator.audit.AuditEntry;
import dev.signalbox.operator.audit.AuditOutcome;
import dev.signalbox.operator.audit.AuditPage;
import dev.signalbox.operator.session.Paths;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Who did what. An entry is on the disk before the deed begins, so none is missing, and gets its outcome afterwards.
/// Bounded: the oldest go.
public final class AuditLog {
    private static final int LONGEST_DEED = 300;
    private static final long MOST_ENTRIES = 200_000;
    /// What somebody does again and again within this, as drafts are saved, is one entry.
    private static final Duration ONE_GO = Duration.ofMinutes(10);

    private final RegistryStore store;
    private final Clock clock;

    public AuditLog(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Writes down what is about to be done; answers its number when that is on the disk. Does not wait.
    ///
    /// @param from whence it is asked
    /// @param deed in words
    public CompletableFuture<Long> begin(String operator, String from, String deed) {
        Instant now = clock.instant();
        String said = deed.length() <= LONGEST_DEED ? deed : deed.substring(0, LONGEST_DEED) + "…";
        var entry = new StoredAudit(0, now, now, operator, from, said, 0, 1);
        return store.commitLater(records -> records.audit().add(entry));
    }

    /// Writes down what came of it. Does not wait.
    ///
    /// @param status of the answer
    public void end(long entry, int status) {
        var _ = store.commitLater(records -> {
            records.audit().end(entry, status);
            records.audit().find(entry).ifPresent(ended -> foldIfSame(records.audit(), ended));
            return entry;
        });
    }

    /// Only what is alike in all, its outcome included, is one go.
    private static void foldIfSame(AuditRecords audit, StoredAudit ended) {
        audit.alike(ended)
                .filter(before -> before.last().plus(ONE_GO).isAfter(ended.time()))
                .ifPresent(before -> audit.fold(ended, before));
    }

    /// Some entries, newest first.
    ///
    /// @param before of smaller numbers only; 0 for the newest
    /// @param operator of this one only; empty for all
    /// @param text only what has this in it; empty for all
    public AuditPage page(long before, String operator, String text) {
        List<StoredAudit> found = store.read(records ->
                records.audit().page(before == 0 ? Long.MAX_VALUE : before, operator, text, Paths.ENTRIES_AT_ONCE));
        long next = found.size() < Paths.ENTRIES_AT_ONCE ? 0 : found.getLast().id();
        return new AuditPage(found.stream().map(AuditLog::view).toList(), next);
    }

    /// Forgets what is too old. To be called from time to time.
    public void tidy() {
        store.commit(records -> {
            records.audit().keep(MOST_ENTRIES);
            return MOST_ENTRIES;
        });
    }

    private static AuditEntry view(StoredAudit entry) {
        return new AuditEntry(
                entry.id(),
                entry.time(),
                entry.last(),
                entry.operator(),
                entry.from(),
                entry.deed(),
                outcome(entry.status()),
                entry.times());
    }

    private static AuditOutcome outcome(int status) {
        return switch (status) {
            case 0 -> AuditOutcome.UNKNOWN;
            case 401, 403 -> AuditOutcome.REFUSED;
            default -> status < 400 ? AuditOutcome.DONE : AuditOutcome.FAILED;
        };
    }
}
