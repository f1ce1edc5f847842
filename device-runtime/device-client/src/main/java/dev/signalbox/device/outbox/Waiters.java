// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.DeviceFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Whoever waits until the hub has a message and all before it in its lane. For the committing thread alone.
final class Waiters {
    private static final int ALL = -1;

    private final DeviceFile file;
    private final Telling telling;
    private final List<Waiter> waiting = new ArrayList<>();

    /// @param own whether it waits for what becomes of that very message
    private record Waiter(Ticket upTo, boolean own, CompletableFuture<Void> forwarded) {
        boolean isPassed(long[] fronts) {
            return upTo.lane() == ALL
                    ? Arrays.stream(fronts).allMatch(front -> upTo.place() < front)
                    : upTo.place() < fronts[upTo.lane()];
        }
    }

    Waiters(DeviceFile file, Telling telling) {
        this.file = file;
        this.telling = telling;
    }

    boolean none() {
        return waiting.isEmpty();
    }

    /// The sender of that message waits for it.
    void sender(Ticket ticket, CompletableFuture<Void> forwarded) {
        waiting.add(new Waiter(ticket, true, forwarded));
    }

    void await(Ticket upTo, CompletableFuture<Void> forwarded) {
        waiting.add(new Waiter(upTo, false, forwarded));
    }

    /// Waits for all lanes up to a parcel.
    void awaitAll(long parcel, CompletableFuture<Void> forwarded) {
        waiting.add(new Waiter(new Ticket(ALL, Ticket.endOf(parcel)), false, forwarded));
    }

    /// These were given up and are recorded as such.
    void givenUp(Set<Ticket> tickets) {
        waiting.removeIf(waiter -> {
            boolean lost = waiter.own() && tickets.contains(waiter.upTo());
            if (lost) {
                telling.fail(waiter.forwarded(), OutboxProblems.givenUp());
            }
            return lost;
        });
    }

    /// Tells those whose messages are all recorded.
    void look() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        long[] fronts = new long[NewMessage.LANES];
        for (int lane = 0; lane < NewMessage.LANES; lane++) {
            fronts[lane] = file.row(lane, 0)
                    .map(row -> Ticket.of(row.lane(), row.id(), row.taken()).place())
                    .orElse(Long.MAX_VALUE);
        }
        waiting.removeIf(waiter -> {
            boolean passed = waiter.isPassed(fronts);
            if (passed) {
                telling.done(waiter.forwarded());
            }
            return passed;
        });
    }

    void fail(Throwable why) {
        waiting.forEach(waiter -> telling.fail(waiter.forwarded(), why));
        waiting.clear();
    }
}
