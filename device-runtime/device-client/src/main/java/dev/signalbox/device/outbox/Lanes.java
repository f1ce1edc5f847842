// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.Entry;
import dev.signalbox.device.storage.NewParcel;
import dev.signalbox.device.storage.ParcelRow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Gives messages their place, epoch and number.
///
/// Each opening of an outbox numbers anew under an epoch of its own, one a lane: so a restored backup or a copied
/// folder never makes a hub take new messages for old ones. A number that was given and whose message could not be
/// written is not given again.
final class Lanes {
    private static final long PARCEL_BYTES = 256 << 10;

    private final String[] epochs = new String[NewMessage.LANES];
    private final long[] sequences = new long[NewMessage.LANES];

    Lanes() {
        for (int lane = 0; lane < NewMessage.LANES; lane++) {
            epochs[lane] = UUID.randomUUID() + "-" + lane;
        }
    }

    /// @param after the newest parcel there is
    Packing pack(long after, long ageNow) {
        return new Packing(after, ageNow);
    }

    /// New messages of one commit.
    final class Packing {
        private final List<List<Entry>> waiting = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private final List<List<Work.Add>> senders = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private final long[] bytes = new long[NewMessage.LANES];
        private final List<NewParcel> parcels = new ArrayList<>();
        private final List<Placed> placed = new ArrayList<>();
        private final long ageNow;
        private long newest;

        private Packing(long after, long ageNow) {
            this.newest = after;
            this.ageNow = ageNow;
        }

        void add(Work.Add add) {
            int lane = add.message().lane();
            waiting.get(lane).add(add.message().entry(ageNow));
            senders.get(lane).add(add);
            bytes[lane] += add.message().bytes();
            if (bytes[lane] >= PARCEL_BYTES || waiting.get(lane).size() == ParcelRow.MOST) {
                close(lane);
            }
        }

        private void close(int lane) {
            List<Entry> entries = List.copyOf(waiting.get(lane));
            if (entries.isEmpty()) {
                return;
            }
            newest++;
            boolean forEver = entries.stream().anyMatch(entry -> entry.expiresAge() == 0);
            long expires = forEver
                    ? 0
                    : entries.stream().mapToLong(Entry::expiresAge).max().orElse(0);
            long first = sequences[lane] + 1;
            sequences[lane] += entries.size();
            parcels.add(new NewParcel(
                    new ParcelRow(lane, newest, epochs[lane], first, entries.size(), 0, ageNow, expires), entries));
            for (int index = 0; index < entries.size(); index++) {
                placed.add(new Placed(senders.get(lane).get(index), Ticket.of(lane, newest, index)));
            }
            waiting.get(lane).clear();
            senders.get(lane).clear();
            bytes[lane] = 0;
        }

        List<NewParcel> parcels() {
            for (int lane = 0; lane < NewMessage.LANES; lane++) {
                close(lane);
            }
            return parcels;
        }

        /// Who got which place; complete after `parcels`.
        List<Placed> placed() {
            return placed;
        }
    }

    record Placed(Work.Add add, Ticket ticket) {}
}
