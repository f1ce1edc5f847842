// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The time at the hub, as far as the device knows it. Safe for use by many threads.
///
/// Until it first hears from the hub it is the machine's clock. From then on it goes on by the machine's steady timer,
/// so that setting the machine's clock changes nothing; what it hears later corrects it.
public final class HubClock implements InstantSource {
    /// What a message may take on its way: no reason to believe less in a clock.
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final InstantSource machine;
    private final LongSupplier nanos;
    private volatile @Nullable Known known;

    public HubClock() {
        this(InstantSource.system(), System::nanoTime);
    }

    /// @param nanos a timer that is never set, as `System.nanoTime` is
    public HubClock(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
    }

    private record Known(Instant at, long nanos) {}

    @Override
    public Instant instant() {
        Known last = known;
        return last == null ? machine.instant() : last.at().plusNanos(nanos.getAsLong() - last.nanos());
    }

    /// The hub says what time it is.
    public void heard(Instant hubTime) {
        Instant mine = instant();
        boolean agrees = Duration.between(mine, hubTime).abs().compareTo(TOLERANCE) <= 0;
        known = new Known(agrees ? mine : hubTime, nanos.getAsLong());
    }

    /// How long it is until then; negative when that is past.
    public Duration until(Instant then) {
        return Duration.between(instant(), then);
    }
}
