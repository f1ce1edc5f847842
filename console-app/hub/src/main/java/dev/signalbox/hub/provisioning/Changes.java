// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/// Runs changes of provisioning one after another in the store, each whole or not at all, and tells of them afterwards.
final class Changes {
    private final RegistryStore store;
    private final Clock clock;
    private final Admissions.Hearers hearers;

    Changes(RegistryStore store, Clock clock, Admissions.Hearers hearers) {
        this.store = store;
        this.clock = clock;
        this.hearers = hearers;
    }

    /// One change under way. The time is the hub's, in whole milliseconds, as the store keeps it.
    record Change(Records records, Instant now, News news) {}

    private record Done<T>(T value, News news) {}

    <T> T commit(Function<Change, T> work) {
        Done<T> done = store.commit(records -> {
            var news = new News();
            return new Done<>(work.apply(new Change(records, now(), news)), news);
        });
        done.news().tell(hearers);
        return done.value();
    }

    void tell(News news) {
        news.tell(hearers);
    }

    <T> T read(Function<Records, T> reading) {
        return store.read(reading);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
