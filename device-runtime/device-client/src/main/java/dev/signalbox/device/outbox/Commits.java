// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.device.storage.ParcelRow;
import dev.signalbox.device.storage.Step;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Writes a group and all that is noted and not recorded yet, in one step. For the committing thread, but for what is
/// counted.
final class Commits {
    /// What is to be recorded besides new messages, and who waits for that.
    record Notes(Ledger ledger, Handlings handlings, Waiters waiters, Telling telling) {}

    private final DeviceFile file;
    private final AgeClock clock;
    private final Notes notes;
    private final Books books;
    private final Lanes lanes = new Lanes();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong displacements = new AtomicLong();
    private boolean unsynced;

    Commits(DeviceFile file, AgeClock clock, Notes notes, Books books) {
        this.file = file;
        this.clock = clock;
        this.notes = notes;
        this.books = books;
    }

    long made() {
        return commits.get();
    }

    /// Grows whenever messages were given up for newer ones.
    long displacements() {
        return displacements.get();
    }

    /// Whether something is written that a power cut may take.
    boolean unsynced() {
        return unsynced;
    }

    /// Answers the files of large payloads that are needed no more.
    ///
    /// @param settle whether to write also what can wait
    /// @param answers tells those whose work is written
    List<String> write(Group group, boolean settle, Answers answers) throws SQLException {
        List<Progress> moved = notes.ledger().moved();
        Handlings handlings = notes.handlings();
        boolean nothing = group.isEmpty() && moved.isEmpty() && handlings.isEmpty();
        if (nothing && !(settle && (unsynced || books.moved() || file.owes()))) {
            return List.of();
        }
        var packing = lanes.pack(file.lastParcel(), clock.now());
        group.adds().forEach(packing::add);
        List<String> abandoned =
                moved.stream().flatMap(one -> one.files().stream()).toList();
        boolean synced =
                !group.isEmpty() || !handlings.mayBeLost() || !abandoned.isEmpty() || moved.isEmpty() || settle;
        var step = new Step(
                packing.parcels(),
                moved.stream().map(Progress::reached).toList(),
                new Step.InboxStep(group.arrived(), handlings.attempts(), handlings.handled()),
                Sums.added(Ledger.count(moved, books.account()), group),
                clock.now(),
                clock.wall(),
                synced);
        file.write(step);
        group.written();
        try {
            written(step, group, moved);
        } finally {
            answers.safe(group, packing.placed());
        }
        return abandoned;
    }

    private void written(Step step, Group group, List<Progress> moved) {
        books.written(step.books());
        commits.incrementAndGet();
        unsynced = !step.synced();
        List<ParcelRow> rows = step.progressed();
        var givenUp = new HashSet<Ticket>();
        moved.forEach(one -> givenUp.addAll(one.givenUp()));
        displacements.addAndGet(group.displaced().isEmpty() && givenUp.isEmpty() ? 0 : 1);
        notes.ledger().record(moved, rows);
        notes.waiters().givenUp(givenUp);
        notes.handlings().recorded(notes.telling());
    }
}
