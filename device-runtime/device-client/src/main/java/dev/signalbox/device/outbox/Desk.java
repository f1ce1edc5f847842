// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the committing thread does with a group of works: one commit, then the answers.
///
/// Messages are told safe only after their commit. What is done with (acknowledged, handled) stays noted until a commit
/// that records it succeeds.
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final DeviceFile file;
    private final AgeClock clock;
    private final Telling telling = new Telling();
    private final Handlings handlings = new Handlings();
    private final Books books;
    private final Ledger ledger;
    private final Room room;
    private final Waiters waiters;
    private final Answers answers;
    private final Admission admission;
    private final Commits commits;
    private final LargeFiles files;
    private List<Work> again = new ArrayList<>();

    Desk(DeviceFile file, OutboxLimits limits, AgeClock clock, Path folder) {
        this.file = file;
        this.clock = clock;
        this.books = new Books(file.opened().books());
        this.ledger = new Ledger(file);
        this.room = new Room(file, ledger, limits, books);
        this.waiters = new Waiters(file, telling);
        this.answers = new Answers(telling, waiters, books);
        this.admission = new Admission(room, clock, answers);
        this.commits = new Commits(file, clock, new Commits.Notes(ledger, handlings, waiters, telling), books);
        this.files = new LargeFiles(folder.resolve("large"));
    }

    Account books() {
        return books.account();
    }

    long commits() {
        return commits.made();
    }

    /// Grows whenever messages were given up for newer ones.
    long displacements() {
        return commits.displacements();
    }

    boolean somebodyWaits() {
        return !waiters.none();
    }

    /// Whether there is something to write that no work asks for any more.
    boolean owes() {
        return file.owes()
                || commits.unsynced()
                || books.moved()
                || !again.isEmpty()
                || !handlings.isEmpty()
                || !ledger.moved().isEmpty();
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
            room.changed();
            next.forEach(work -> sort(work, group));
            handle(group, settle);
            next = group.later();
            telling.tell();
            file.tidy();
        } while (!next.isEmpty());
    }

    private void handle(Group group, boolean settle) {
        try {
            files.delete(commits.write(group, settle, answers));
        } catch (Throwable failed) {
            if (group.isWritten()) {
                throw new IllegalStateException("What was written could not be noted", failed);
            }
            if (!file.isDoubtful()) {
                group.displaced().forEach(ledger::undo);
            }
            answers.failed(group, failed);
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
                        admission.admit(add, group);
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
                case Work.Damaged damaged -> {
                    if (damaged.generation() == file.generation()) {
                        replace();
                    }
                }
                case Work.Stop stop -> {}
            }
        } catch (Throwable unforeseen) {
            if (DeviceFile.isDamage(unforeseen)) {
                replace();
            }
            if (!answers.isRefused(work, unforeseen)) {
                again.add(work);
            }
        }
    }

    /// The file is beyond use: another one takes its place, and the account says what that cost.
    private void replace() {
        try {
            file.replace();
            books.withoutWaiting();
            ledger.clear();
            room.changed();
            waiters.fail(OutboxProblems.givenUp());
            handlings.recorded(telling);
        } catch (IOException | RuntimeException notYet) {
            LOG.error("The damaged outbox could not be replaced: {}", notYet.getMessage());
        }
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

    /// Tells who asked for it that a work is not done.
    void notDone(Work work, ProblemException why) {
        answers.notDone(work, why);
    }

    /// No work comes any more.
    void end(ProblemException why) {
        waiters.fail(why);
        again.forEach(work -> answers.notDone(work, why));
        handlings.fail(telling, why);
        telling.tell();
    }
}
