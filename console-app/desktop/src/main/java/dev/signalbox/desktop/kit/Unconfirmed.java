// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.workbench.journal.JournalEntry;
import dev.signalbox.workbench.journal.Unsaved;
import java.util.ArrayList;
import java.util.List;

/// What the hub has not confirmed of one thing, written down as it comes. Used on the FX thread, but for the
/// work of a save.
final class Unconfirmed<T> {
    private static final int SENT_KEPT = 2;

    private final Shelf<T> shelf;
    private final JournalEntry<T> journal;
    private final List<T> sent = new ArrayList<>();

    Unconfirmed(Shelf<T> shelf, JournalEntry<T> journal) {
        this.shelf = shelf;
        this.journal = journal;
    }

    /// The person has it like this now.
    void becomes(T now, T stored) {
        journal.keep(new Unsaved<>(shelf.onto(now, stored), sent));
    }

    /// The work of a save: it is on disk before it is sent, and not any more once the hub has it.
    T save(T now, T over) {
        journal.settle();
        T answer = shelf.save(now, over);
        journal.confirmed(shelf.onto(now, over));
        return answer;
    }

    /// It is about to be sent. Of many that nobody answered, the first and the last are those the hub may have.
    void sends(T now, T over) {
        if (sent.size() == SENT_KEPT) {
            sent.removeLast();
        }
        sent.add(now);
        becomes(now, over);
    }

    /// The hub did not take the last one; whether it may have one before.
    boolean refused() {
        if (!sent.isEmpty()) {
            sent.removeLast();
        }
        return !sent.isEmpty();
    }

    /// The hub has said what it has.
    void answered() {
        sent.clear();
    }

    /// Nothing of it is wanted any more.
    void forget() {
        sent.clear();
        journal.forget();
    }

    /// Whether what the hub has is what was sent to it before.
    boolean sentBefore(T theirs) {
        return sent.stream().anyMatch(one -> same(one, theirs));
    }

    /// Whether they differ in nothing but the etag.
    boolean same(T one, T other) {
        return shelf.onto(one, other).equals(other);
    }

    /// What was written down before this console was started, and whether it may go over what the hub has now.
    boolean follows(Unsaved<T> found, T opened) {
        sent.addAll(found.sent());
        boolean sameEtag = shelf.onto(found.mine(), opened).equals(found.mine());
        return sameEtag || sentBefore(opened);
    }
}
