// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.device.storage.Entry;
import dev.signalbox.device.storage.Parcel;
import dev.signalbox.device.storage.ParcelRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes room in a full outbox: what is too old goes first, then, where the author allows it, what is oldest. For the
/// committing thread alone.
final class Room {
    private static final int PARCELS_AT_A_TIME = 64;

    private final DeviceFile file;
    private final Ledger ledger;
    private final Limits limits;

    Room(DeviceFile file, Ledger ledger, Limits limits) {
        this.file = file;
        this.ledger = ledger;
        this.limits = limits;
    }

    /// Gives up the parcels at the front of each lane of which every message is too old; not all of them if they are
    /// many.
    void sweep(long ageNow) throws SQLException {
        for (int lane = 0; lane < NewMessage.LANES; lane++) {
            Optional<ParcelRow> oldest = file.row(lane, 0);
            for (int swept = 0; swept < PARCELS_AT_A_TIME && oldest.isPresent(); swept++) {
                if (!limits.expired(oldest.get(), ageNow)) {
                    break;
                }
                giveUp(oldest.get(), Outcome.EXPIRED, Long.MAX_VALUE);
                oldest = file.row(lane, oldest.get().id());
            }
        }
    }

    /// Gives up the oldest of a lane until so many bytes are free; if there are not so many, none of them. Answers what
    /// was given up, in case the message it was for cannot be kept; empty if there was not enough.
    Optional<List<Ticket>> displace(int lane, long bytes) throws SQLException {
        var displaced = new ArrayList<Ticket>();
        long free = 0;
        for (Optional<ParcelRow> oldest = file.row(lane, 0);
                oldest.isPresent() && free < bytes;
                oldest = file.row(lane, oldest.get().id())) {
            long before = ledger.freed();
            displaced.addAll(giveUp(oldest.get(), Outcome.DISPLACED, bytes - free));
            free += ledger.freed() - before;
        }
        if (free >= bytes) {
            return Optional.of(displaced);
        }
        displaced.forEach(ledger::undo);
        return Optional.empty();
    }

    private List<Ticket> giveUp(ParcelRow row, Outcome outcome, long bytes) throws SQLException {
        var givenUp = new ArrayList<Ticket>();
        Optional<Parcel> parcel = file.next(row.lane(), row.id() - 1);
        long free = 0;
        for (int index = row.taken(); parcel.isPresent() && index < row.entries() && free < bytes; index++) {
            var ticket = Ticket.of(row.lane(), row.id(), index);
            if (!ledger.isSettled(ticket)) {
                Optional<Entry> entry = parcel.get().entries().get(index);
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
        return givenUp;
    }
}
