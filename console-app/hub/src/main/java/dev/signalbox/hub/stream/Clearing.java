// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.Spots.Spot;
import dev.signalbox.hub.store.StoredClearing;
import dev.signalbox.hub.store.StoredClearing.Tally;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.NewClearing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Goes on with the clearing of dead letters that was asked for, in the transaction of one round: a letter leaves
/// together with what became of it. For one round.
final class Clearing {
    /// A round handles so many, lest what comes meanwhile wait.
    private static final int MOST_LETTERS = 500;

    private static final int MOST_PLACES = 100;

    private final IndexRecords records;
    private final Sorting sorting;
    private final LetterReading log;
    private int letters;
    private int places;

    Clearing(IndexRecords records, Sorting sorting, LetterReading log) {
        this.records = records;
        this.sorting = sorting;
        this.log = log;
    }

    /// Does what a round may do. Returns whether there is more.
    boolean goOn() {
        Optional<StoredClearing> asked = records.clearings().find().filter(StoredClearing::isRunning);
        if (asked.isEmpty()) {
            return false;
        }
        StoredClearing now = asked.get();
        while (now.isRunning() && letters < MOST_LETTERS && places < MOST_PLACES) {
            now = step(now);
            places++;
        }
        records.clearings().put(now);
        return now.isRunning();
    }

    private StoredClearing step(StoredClearing clearing) {
        long end = clearing.span().end();
        List<StoredPlace> next = records.places().from(Channel.DEAD_LETTERS, clearing.next(), 1);
        return next.isEmpty() || next.getFirst().firstKey() >= end
                ? clearing.at(end, clearing.tally())
                : clear(clearing, next.getFirst());
    }

    /// A place is handled whole: it is never larger than a frame. One that holds none of those that are meant is not
    /// read from the log.
    private StoredClearing clear(StoredClearing clearing, StoredPlace place) {
        Set<Long> dueKeys = dueIn(place, clearing.wanted());
        if (dueKeys.isEmpty()) {
            return clearing.at(place.endKey(), clearing.tally());
        }
        List<Letter> due = new ArrayList<>();
        List<Letter> rest = new ArrayList<>();
        for (Letter letter : log.of(place)) {
            (dueKeys.contains(letter.key()) ? due : rest).add(letter);
        }
        Tally tally = clearing.tally();
        for (Letter letter : due) {
            tally = tally.one(clearing.wanted().way() == ClearingWay.SEND_AGAIN && stays(clearing, letter, rest));
        }
        letters += due.size() + rest.size();
        if (!due.isEmpty()) {
            takeApart(place, due, rest);
        }
        return clearing.at(place.endKey(), tally);
    }

    private static Set<Long> dueIn(StoredPlace place, NewClearing wanted) {
        if (!wanted.keys().isEmpty()) {
            return wanted.keys().stream()
                    .filter(key -> key >= place.firstKey() && key < place.endKey())
                    .collect(Collectors.toSet());
        }
        var due = new HashSet<Long>();
        long key = place.firstKey();
        for (Spot spot : place.spots().all()) {
            if (Letter.reason(spot.added()).equals(wanted.reason())) {
                due.add(key);
            }
            key++;
        }
        return due;
    }

    /// Whether a letter that is sent again is one still. One that is told anew why has another key.
    private boolean stays(StoredClearing clearing, Letter letter, List<Letter> rest) {
        long now = clearing.asked().at();
        if (!letter.isUnfinished()) {
            return sorting.again(letter.message(), letter.at(), new Resent(now, letter.tries() + 1));
        }
        boolean stays = sorting.reopen(letter.key(), now);
        if (stays) {
            rest.add(letter);
        }
        return stays;
    }

    private void takeApart(StoredPlace place, List<Letter> due, List<Letter> rest) {
        records.clearings()
                .replace(
                        place,
                        rest.stream()
                                .map(letter -> letter.alone(place.received()))
                                .toList());
        Set<Long> stayed = rest.stream().map(Letter::key).collect(Collectors.toSet());
        due.stream().map(Letter::key).filter(key -> !stayed.contains(key)).forEach(records.clearings()::forget);
    }
}
