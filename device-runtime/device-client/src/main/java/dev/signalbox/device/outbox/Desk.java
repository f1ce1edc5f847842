// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.device.storage.ParcelRow;
import dev.signalbox.device.storage.Step;
import dev.signalbox.protocol.report.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the committing thread does with a group of works: one commit, then the answers.
///
/// Messages are told safe only after their commit. What is done with (acknowledged, handled) stays noted until a commit
/// that records it succeeds.
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final DeviceFile file;
    private final Limits limits;
    private final AgeClock clock;
    private final Telling telling = new Telling();
    private final Lanes lanes = new Lanes();
    private final Ledger ledger;
    private final Room room;
    private final Waiters waiters;
    private final Handlings handlings = new Handlings();
    private final LargeFiles files;
    private List<Work> again = new ArrayList<>();
    private volatile Account books;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong displacements = new AtomicLong();
    private boolean booksMoved;
    private boolean unsynced;

    Desk(DeviceFile file, Limits limits, AgeClock clock, Path folder) throws SQLException {
        this.file = file;
        this.limits = limits;
        this.clock = clock;
        this.ledger = new Ledger(file);
        this.room = new Room(file, ledger, limits);
        this.waiters = new Waiters(file, telling);
        this.files = new LargeFiles(folder.resolve("large"));
        this.books = file.opened().books();
    }

    Account books() {
        return books;
    }

    long commits() {
        return commits.get();
    }

    /// Grows whenever messages were given up for newer ones.
    long displacements() {
        return displacements.get();
    }

    boolean somebodyWaits() {
        return !waiters.none();
    }

    /// Whether there is something to write that no work asks for any more.
    boolean owes() {
        return unsynced || booksMoved || owesRecords();
    }

    private boolean owesRecords() {
        return !again.isEmpty() || !handlings.isEmpty() || !ledger.moved().isEmpty();
    }

    /// Does what is asked, mostly in one commit. Never throws: who asked is told.
    ///
    /// @param settle whether to write also what can wait
    void handle(List<Work> works, boolean settle) {
        List<Work> next = new ArrayList<>(again);
        again = new ArrayList<>();
        next.addAll(works);
        do {
            var group = new Group();
            next.forEach(work -> sort(work, group));
            handle(group, settle);
            next = group.later();
        } while (!next.isEmpty());
        telling.tell();
        file.tidy();
    }

    private void handle(Group group, boolean settle) {
        try {
            commit(group, settle);
        } catch (SQLException | RuntimeException | LinkageError | OutOfMemoryError failed) {
            fail(group, failed);
            if (DeviceFile.isDamage(failed)) {
                replace();
            }
            if (!group.isEmpty()) {
                handle(new Group(), true); // what was told failed must not be found after a crash; the rest may fit
            }
        }
        group.awaiting().forEach(all -> waiters.awaitAll(file.lastParcel(), all.forwarded()));
        lookAtWaiters();
    }

    private void sort(Work work, Group group) {
        try {
            switch (work) {
                case Work.Add add -> {
                    if (!group.postpones(add)) {
                        admit(add, group);
                    }
                }
                case Work.Resolve resolve -> ledger.resolve(resolve);
                case Work.Await await -> waiters.await(await.upTo(), await.forwarded());
                case Work.AwaitAll all -> group.await(all);
                case Work.Keep keep ->
                    group.keep(
                            keep,
                            !keep.messageId().isEmpty() && file.seen(keep.messageId()),
                            file.lastArrival() + group.arrived().size() + 1);
                case Work.Attempted attempted -> handlings.attempted(attempted);
                case Work.Handled handled -> handlings.handled(handled);
                case Work.Sweep sweep -> {
                    room.sweep(clock.now());
                    telling.done(sweep.done());
                }
                case Work.Damaged damaged -> replace();
                case Work.Stop stop -> {}
            }
        } catch (SQLException | RuntimeException unreadable) {
            if (DeviceFile.isDamage(unreadable)) {
                replace();
            }
            notNow(work, unreadable);
        }
    }

    /// The file is beyond use: another one takes its place, and the account says what that cost.
    private void replace() {
        try {
            file.replace();
            books = Sums.damaged(books);
            booksMoved = true;
            ledger.clear();
            waiters.fail(OutboxProblems.givenUp());
            handlings.recorded(telling);
        } catch (SQLException | IOException | RuntimeException notYet) {
            LOG.error("The damaged outbox could not be replaced: {}", notYet.getMessage());
        }
    }

    /// What is new is refused when the file cannot be read; what is done with must be recorded some time.
    private void notNow(Work work, Exception why) {
        switch (work) {
            case Work.Add add -> refuse(add, OutboxProblems.notWritten(why));
            case Work.Keep keep -> telling.fail(keep.kept(), OutboxProblems.notWritten(why));
            case Work.Sweep sweep -> telling.fail(sweep.done(), OutboxProblems.notRead(why));
            default -> again.add(work);
        }
    }

    private void admit(Work.Add add, Group group) throws SQLException {
        long needed = add.message().bytes() - free(group);
        if (needed > 0) {
            room.sweep(clock.now());
            needed = add.message().bytes() - free(group);
        }
        if (needed > 0 && add.message().givesWay() && add.message().bytes() <= limits.bytes()) {
            if (!group.adds().isEmpty()) {
                group.postpone(add);
                return;
            }
            Optional<List<Ticket>> displaced = room.displace(add.message().lane(), needed);
            displaced.ifPresent(group::displaced);
            needed = displaced.isPresent() ? 0 : needed;
        }
        if (needed > 0) {
            refuse(add, OutboxProblems.full(limits.bytes()));
        } else {
            group.add(add);
        }
    }

    private long free(Group group) {
        return limits.bytes() - (books.waitingBytes() - ledger.freed() + group.bytes());
    }

    private void refuse(Work.Add add, RuntimeException why) {
        books = Sums.refused(books);
        booksMoved = true;
        switch (add.answer()) {
            case Work.Answer.Joined joined -> joined.future().completeExceptionally(why);
            case Work.Answer.Later later -> telling.fail(later.future(), why);
            case Work.Answer.Forwarded forwarded -> telling.fail(forwarded.future(), why);
        }
    }

    private void commit(Group group, boolean settle) throws SQLException {
        List<Progress> moved = ledger.moved();
        boolean nothing = group.isEmpty() && moved.isEmpty() && handlings.isEmpty();
        if (nothing && !(settle && (unsynced || booksMoved || file.owes()))) {
            return;
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
                Sums.added(Ledger.count(moved, books), group),
                clock.now(),
                clock.wall(),
                synced);
        file.write(step);
        written(step, group, moved);
        answer(group, packing.placed());
        files.delete(abandoned);
    }

    private void written(Step step, Group group, List<Progress> moved) {
        books = step.books();
        commits.incrementAndGet();
        booksMoved = false;
        unsynced = !step.synced();
        List<ParcelRow> rows = step.progressed();
        var givenUp = new HashSet<Ticket>();
        moved.forEach(one -> givenUp.addAll(one.givenUp()));
        displacements.addAndGet(group.displaced().isEmpty() && givenUp.isEmpty() ? 0 : 1);
        ledger.record(moved, rows);
        waiters.givenUp(givenUp);
        handlings.recorded(telling);
    }

    private void answer(Group group, List<Lanes.Placed> placed) {
        group.kept().forEach(telling::done);
        for (Lanes.Placed one : placed) {
            switch (one.add().answer()) {
                case Work.Answer.Joined joined -> joined.future().complete(one.ticket());
                case Work.Answer.Later later -> telling.complete(later.future(), one.ticket());
                case Work.Answer.Forwarded sender -> waiters.sender(one.ticket(), sender.future());
            }
        }
    }

    private void fail(Group group, Throwable why) {
        if (!file.isDoubtful()) {
            group.displaced().forEach(ledger::undo);
        }
        group.adds().forEach(add -> refuse(add, OutboxProblems.notWritten(why)));
        group.kept().forEach(kept -> telling.fail(kept, OutboxProblems.notWritten(why)));
    }

    private void lookAtWaiters() {
        if (file.owes()) {
            return;
        }
        try {
            waiters.look();
        } catch (SQLException | RuntimeException later) {
            // they are looked at again after the next group
        }
    }

    /// No work comes any more.
    void end() {
        waiters.fail(OutboxProblems.closed());
        again.forEach(work -> {
            if (work instanceof Work.Await await) {
                telling.fail(await.forwarded(), OutboxProblems.closed());
            }
        });
        telling.tell();
    }
}
