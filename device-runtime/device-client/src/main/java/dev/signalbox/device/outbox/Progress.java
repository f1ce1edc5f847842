// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.ParcelRow;
import dev.signalbox.protocol.report.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What became of the messages of one parcel. On disk stands how many from its front are done; one that is done before
/// its turn is remembered here.
final class Progress {
    private final @Nullable Outcome[] outcomes;
    private final long[] sizes;
    private final Map<Integer, String> files = new HashMap<>();
    private ParcelRow recorded;

    Progress(ParcelRow recorded) {
        this.recorded = recorded;
        this.outcomes = new @Nullable Outcome[recorded.entries()];
        this.sizes = new long[recorded.entries()];
    }

    /// False if it was settled before.
    boolean resolve(Work.Resolve work) {
        int index = work.ticket().index();
        if (isSettled(index)) {
            replace(index, work.outcome());
            return false;
        }
        outcomes[index] = work.outcome();
        sizes[index] = work.bytes();
        if (!work.largeFile().isEmpty()) {
            files.put(index, work.largeFile());
        }
        return true;
    }

    /// The hub took what was to be given up just now.
    private void replace(int index, Outcome outcome) {
        if (index >= recorded.taken()
                && index < outcomes.length
                && outcomes[index] == Outcome.DISPLACED
                && outcome == Outcome.FORWARDED) {
            outcomes[index] = outcome;
        }
    }

    boolean isSettled(int index) {
        return index < recorded.taken() || index >= outcomes.length || outcomes[index] != null;
    }

    boolean isRecorded(int index) {
        return index < recorded.taken();
    }

    /// As if it had not been displaced; gives back the size that was told.
    long undo(int index) {
        if (outcomes[index] != Outcome.DISPLACED) {
            return 0;
        }
        outcomes[index] = null;
        files.remove(index);
        return sizes[index];
    }

    /// How many from the front are done.
    ParcelRow reached() {
        int reached = recorded.taken();
        while (reached < outcomes.length && outcomes[reached] != null) {
            reached++;
        }
        return recorded.with(reached);
    }

    /// What a message is known by.
    String name(int index) {
        return recorded.firstSequence() + index + " of outbox " + recorded.epoch();
    }

    boolean moved() {
        return reached().taken() > recorded.taken();
    }

    /// The account once what is reached is recorded.
    Account count(Account books) {
        Account counted = books;
        int reached = reached().taken();
        for (int index = recorded.taken(); index < reached; index++) {
            counted = count(counted, outcomes[index], sizes[index]);
        }
        return counted;
    }

    private static Account count(Account books, @Nullable Outcome outcome, long size) {
        if (books.waiting() == 0) {
            return books;
        }
        long waiting = books.waiting() - 1;
        return new Account(
                books.taken(),
                books.forwarded() + (outcome == Outcome.FORWARDED ? 1 : 0),
                waiting,
                books.expired() + (outcome == Outcome.EXPIRED ? 1 : 0),
                books.displaced() + (outcome == Outcome.DISPLACED ? 1 : 0),
                books.damaged() + (outcome == Outcome.DAMAGED ? 1 : 0),
                books.refused(),
                waiting == 0 ? 0 : Math.max(0, books.waitingBytes() - size));
    }

    /// Files of messages that would be recorded now.
    List<String> files() {
        int reached = reached().taken();
        return files.entrySet().stream()
                .filter(file -> file.getKey() >= recorded.taken() && file.getKey() < reached)
                .map(Map.Entry::getValue)
                .toList();
    }

    long bytes() {
        return IntStream.range(recorded.taken(), reached().taken())
                .mapToLong(index -> sizes[index])
                .sum();
    }

    /// Those that were not forwarded, of what would be recorded now.
    List<Ticket> givenUp() {
        return IntStream.range(recorded.taken(), reached().taken())
                .filter(index -> outcomes[index] != Outcome.FORWARDED)
                .mapToObj(index -> Ticket.of(recorded.lane(), recorded.id(), index))
                .toList();
    }

    void record(ParcelRow row) {
        recorded = row;
    }

    boolean done() {
        return recorded.taken() == recorded.entries();
    }
}
