// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.Arrived;
import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.device.storage.Entry;
import dev.signalbox.device.storage.Parcel;
import dev.signalbox.device.storage.ParcelRow;
import dev.signalbox.protocol.report.Account;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An outbox that is open: its file, the thread that writes it, and reading beside that.
final class Contents {
    private static final int SETTLED_AT_ONCE = 1000;

    private final DeviceFile file;
    private final OutboxLimits limits;
    private final AgeClock clock;
    private final Desk desk;
    private final Committer committer;

    /// @param committed run after each commit, on the committing thread
    Contents(DeviceFile file, Path folder, Outbox.Settings settings, Runnable committed) {
        this.file = file;
        this.limits = settings.limits();
        this.clock = settings.clock();
        DeviceFile.Opened opened = file.opened();
        clock.continueFrom(opened.age(), opened.wall());
        this.desk = new Desk(file, limits, clock, folder);
        this.committer = new Committer(desk, committed);
        committer.start();
    }

    void add(Work.Add add) {
        committer.add(add);
    }

    /// How often the committing thread went round.
    long turns() {
        return committer.turns();
    }

    void ask(Work work) {
        committer.ask(work);
    }

    Account account() {
        return desk.books();
    }

    long commits() {
        return desk.commits();
    }

    long displacements() {
        return desk.displacements();
    }

    /// Sorts out what is damaged or too old on the way. Of these not all at once, so there may be no message
    /// and more to come: it is asked again when what was sorted out is recorded.
    Batch after(int lane, long place, int most) {
        committer.check();
        int generation = file.generation();
        var messages = new ArrayList<Queued>();
        long upTo = place;
        int settled = 0;
        try {
            while (messages.isEmpty() && settled < SETTLED_AT_ONCE && upTo < Ticket.endOf(file.lastParcel())) {
                long newest = file.lastParcel();
                List<Parcel> parcels = file.after(lane, Ticket.wholeBefore(upTo), most);
                for (Parcel parcel : parcels) {
                    settled += collect(parcel, upTo, messages);
                }
                upTo = Ticket.endOf(
                        parcels.isEmpty() ? newest : parcels.getLast().row().id());
            }
            return new Batch(messages, upTo);
        } catch (SQLException failed) {
            if (DeviceFile.isDamage(failed)) {
                committer.ask(new Work.Damaged(generation));
            }
            throw OutboxProblems.notRead(failed);
        }
    }

    /// Answers how many were sorted out.
    private int collect(Parcel parcel, long after, List<Queued> into) {
        ParcelRow row = parcel.row();
        long now = clock.now();
        int settled = 0;
        for (int index = row.taken(); index < row.entries(); index++) {
            var ticket = Ticket.of(row.lane(), row.id(), index);
            Optional<Entry> entry = parcel.entries().get(index);
            if (ticket.place() <= after) {
                continue;
            }
            if (entry.isEmpty()) {
                settled += settle(ticket, Outcome.DAMAGED, Optional.empty());
            } else if (row.isTooOld(limits.age(), now) || entry.get().expired(now)) {
                settled += settle(ticket, Outcome.EXPIRED, entry);
            } else {
                into.add(new Queued(ticket, row.epoch(), row.firstSequence() + index, entry.get()));
            }
        }
        return settled;
    }

    private int settle(Ticket ticket, Outcome outcome, Optional<Entry> entry) {
        long bytes = entry.map(Entry::bytes).orElse(0L);
        String largeFile = entry.map(Entry::largeFile).orElse("");
        committer.ask(new Work.Resolve(ticket, outcome, bytes, largeFile, () -> {}));
        return 1;
    }

    List<Arrived> arrived(int most) {
        try {
            return file.inbox(most);
        } catch (SQLException failed) {
            throw OutboxProblems.notRead(failed);
        }
    }

    void limitPages(long pages) throws SQLException {
        file.limitPages(pages);
    }

    /// Writes what still waits for its commit first.
    void close() throws SQLException {
        committer.close();
        file.close();
    }
}
