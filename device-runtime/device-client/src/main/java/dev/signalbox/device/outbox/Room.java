// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.device.storage.Entry;
import dev.signalbox.device.storage.Parcel;
import dev.signalbox.device.storage.ParcelRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes room in a full outbox: what is too old goes first, then, where the author allows it, what is oldest. For the
/// committing thread alone.
final class Room {
    private static final int PARCELS_AT_A_TIME = 64;

    private final DeviceFile file;
    private final Ledger ledger;
    private final OutboxLimits limits;
    private final Books books;
    /// The parcel of each lane that gives way, so that it is read once for all the messages of a group.
    private final Map<Integer, Parcel> begun = new HashMap<>();

    Room(DeviceFile file, Ledger ledger, OutboxLimits limits, Books books) {
        this.file = file;
        this.ledger = ledger;
        this.limits = limits;
        this.books = books;
    }

    /// In bytes, when nothing waits.
    long most() {
        return limits.bytes();
    }

    /// Bytes that are left beside what is in the group already.
    long free(Group group) {
        return limits.bytes() - (books.account().waitingBytes() - ledger.freed() + group.bytes());
    }

    /// Gives up the parcels at the front of each lane of which every message is too old; not all of them if they are
    /// many.
    void sweep(long ageNow) throws SQLException {
        for (int lane = 0; lane < NewMessage.LANES; lane++) {
            Optional<ParcelRow> oldest = file.row(lane, 0);
            for (int swept = 0; swept < PARCELS_AT_A_TIME && oldest.isPresent(); swept++) {
                if (!oldest.get().expired(ageNow) && !oldest.get().isTooOld(limits.age(), ageNow)) {
                    break;
                }
                Optional<Parcel> parcel = file.next(lane, oldest.get().id() - 1);
                if (parcel.isPresent()) {
                    giveUp(parcel.get(), Outcome.EXPIRED, Long.MAX_VALUE, new ArrayList<>());
                }
                oldest = file.row(lane, oldest.get().id());
            }
        }
    }

    /// Gives up the oldest of a lane until so many bytes are free; if there are not so many, none of them. Answers what
    /// was given up, in case the message it was for cannot be kept; empty if there was not enough.
    Optional<List<Ticket>> displace(int lane, long bytes) throws SQLException {
        var displaced = new ArrayList<Ticket>();
        boolean enough = false;
        try {
            enough = isFreed(lane, bytes, displaced);
        } finally {
            if (!enough) {
                displaced.forEach(ledger::undo);
                changed();
            }
        }
        return enough ? Optional.of(displaced) : Optional.empty();
    }

    /// @param displaced gets what was given up, also when this ends with an error
    private boolean isFreed(int lane, long bytes, List<Ticket> displaced) throws SQLException {
        long free = 0;
        Optional<Parcel> oldest = begun(lane);
        while (oldest.isPresent() && free < bytes) {
            long before = ledger.freed();
            begun.put(lane, oldest.get());
            giveUp(oldest.get(), Outcome.DISPLACED, bytes - free, displaced);
            free += ledger.freed() - before;
            oldest = free < bytes ? file.next(lane, oldest.get().row().id()) : oldest;
        }
        return free >= bytes;
    }

    private Optional<Parcel> begun(int lane) throws SQLException {
        Parcel known = begun.get(lane);
        return known != null ? Optional.of(known) : file.next(lane, 0);
    }

    /// What the file holds, or what of it is given up, is not as it was any more.
    void changed() {
        begun.clear();
    }

    private void giveUp(Parcel parcel, Outcome outcome, long bytes, List<Ticket> givenUp) throws SQLException {
        ParcelRow row = parcel.row();
        long free = 0;
        for (int index = row.taken(); index < row.entries() && free < bytes; index++) {
            var ticket = Ticket.of(row.lane(), row.id(), index);
            if (!ledger.isSettled(ticket)) {
                Optional<Entry> entry = parcel.entries().get(index);
                long size = entry.map(Entry::bytes).orElse(0L);
                ledger.resolve(new Work.Resolve(
                        ticket,
                        entry.isPresent() ? outcome : Outcome.DAMAGED,
                        size,
                        entry.map(Entry::largeFile).orElse(""),
                        () -> {}));
                givenUp.add(ticket);
                free += size;
            }
        }
    }
}
