// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.IndexRecords.Belief;
import dev.signalbox.hub.store.StreamIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time by which messages are forgotten. It goes on as the hub runs, and follows the clock where that is set back.
/// A clock that is suddenly ahead, also at a start, is believed only once the hub has run with it for a day: what is
/// forgotten by mistake does not come back. Days in which the hub does not run that long are added up, and what it runs
/// with a clock that is not ahead is taken off: so a machine that begins each day in the past is believed after some.
final class BelievedTime {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final long TOLERATED_MILLIS = Duration.ofHours(2).toMillis();
    private static final long DOUBTED_MILLIS = Duration.ofDays(1).toMillis();

    private final StreamIndex index;
    private final Clock clock;
    private final LongSupplier nanos;
    private long lookedAt;
    private boolean doubting;

    /// @param nanos goes on while the hub runs, whatever happens to the clock
    BelievedTime(StreamIndex index, Clock clock, LongSupplier nanos) {
        this.index = index;
        this.clock = clock;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
    }

    /// Looks at the clock, and keeps what was seen. To be called from time to time.
    synchronized Instant look() {
        long now = nanos.getAsLong();
        long elapsed = TimeUnit.NANOSECONDS.toMillis(now - lookedAt);
        Belief before = index.read(IndexRecords::belief);
        Belief after = after(before, clock.instant().toEpochMilli(), elapsed);
        index.commit(records -> {
            records.setBelief(after);
            return after;
        });
        lookedAt = now;
        boolean doubted = after.doubted() > before.doubted();
        if (doubted && !doubting) {
            LOG.warn("The clock went ahead of {}; messages are not forgotten by it before a day.", time(after));
        }
        doubting = doubted;
        return time(after);
    }

    private static Instant time(Belief belief) {
        return Instant.ofEpochMilli(belief.time());
    }

    /// @param clock what it says, in ms since 1970
    /// @param elapsed since the last look, in ms
    private static Belief after(Belief before, long clock, long elapsed) {
        long expected = before.time() + elapsed;
        if (before.time() == 0 || clock <= expected + TOLERATED_MILLIS) {
            return new Belief(clock, Math.max(0, before.doubted() - elapsed));
        }
        // at least a little, to be told from one that is believed
        long doubted = before.doubted() + Math.max(1, elapsed);
        return doubted > DOUBTED_MILLIS ? new Belief(clock, 0) : new Belief(expected, doubted);
    }
}
