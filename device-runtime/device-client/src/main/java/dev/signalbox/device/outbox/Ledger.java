// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.device.storage.ParcelRow;
import dev.signalbox.protocol.report.Account;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which messages are done and not recorded as such yet. Nothing here is lost when a commit fails: the next one records
/// it. For the committing thread alone.
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final DeviceFile file;
    private final Map<Long, Progress> open = new LinkedHashMap<>();
    private final List<Hearing> hearings = new ArrayList<>();
    private long freed;

    private record Hearing(Progress of, int index, Runnable recorded) {}

    Ledger(DeviceFile file) {
        this.file = file;
    }

    /// False if it was settled before.
    boolean resolve(Work.Resolve work) throws SQLException {
        Optional<Progress> progress =
                progress(work.ticket().lane(), work.ticket().parcel());
        if (progress.isEmpty() || progress.get().isRecorded(work.ticket().index())) {
            Telling.safely(work.recorded());
            return false;
        }
        hearings.add(new Hearing(progress.get(), work.ticket().index(), work.recorded()));
        boolean first = progress.get().resolve(work);
        freed += first ? work.bytes() : 0;
        if (first && work.outcome() == Outcome.DAMAGED) {
            LOG.error(
                    "{}",
                    OutboxProblems.messageDamaged(
                            progress.get().name(work.ticket().index())));
        }
        return first;
    }

    boolean isSettled(Ticket ticket) throws SQLException {
        Optional<Progress> progress = progress(ticket.lane(), ticket.parcel());
        return progress.isEmpty() || progress.get().isSettled(ticket.index());
    }

    /// Takes back what a message was given up for that could not be kept then.
    void undo(Ticket ticket) {
        Progress progress = open.get(ticket.parcel());
        if (progress != null) {
            freed -= progress.undo(ticket.index());
        }
    }

    private Optional<Progress> progress(int lane, long parcel) throws SQLException {
        Progress known = open.get(parcel);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Progress> found = file.find(lane, parcel).map(Progress::new);
        found.ifPresent(progress -> open.put(parcel, progress));
        return found;
    }

    /// What waited is no longer there: nothing is left to be recorded.
    void clear() {
        open.clear();
        freed = 0;
        List<Hearing> told = List.copyOf(hearings);
        hearings.clear();
        told.forEach(hearing -> Telling.safely(hearing.recorded()));
    }

    /// Bytes of what is done and not recorded.
    long freed() {
        return freed;
    }

    /// What a step is to record now.
    List<Progress> moved() {
        return open.values().stream().filter(Progress::moved).toList();
    }

    static Account count(List<Progress> moved, Account books) {
        Account counted = books;
        for (Progress progress : moved) {
            counted = progress.count(counted);
        }
        return counted;
    }

    /// A step is written: tells those who wait for that.
    void record(List<Progress> moved, List<ParcelRow> rows) {
        for (int i = 0; i < moved.size(); i++) {
            freed -= moved.get(i).bytes();
            moved.get(i).record(rows.get(i));
            if (moved.get(i).done()) {
                open.remove(rows.get(i).id());
            }
        }
        for (Hearing hearing : List.copyOf(hearings)) {
            if (hearing.of().isRecorded(hearing.index())) {
                hearings.remove(hearing);
                Telling.safely(hearing.recorded());
            }
        }
    }
}
