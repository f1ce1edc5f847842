// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.credential.Registration.Admission;
import dev.signalbox.device.credential.Registration.Grant;
import java.time.Duration;
import java.time.Instant;

/// When what has an end is to be made anew.
final class Renewal {
    private Renewal() {}

    /// At half of its life. Spotflow's devices also refresh 10 minutes before the end of a life over 25 minutes, which
    /// is never before its half.
    static boolean isDue(Grant grant, Instant now) {
        return grant.until()
                .filter(until -> !now.isBefore(middle(grant.since(), until)))
                .isPresent();
    }

    private static Instant middle(Instant since, Instant until) {
        return since.plus(Duration.between(since, until).dividedBy(2));
    }

    /// At three quarters of its life: earlier than a connection asks for another.
    static boolean isDue(Admission admission, Instant now) {
        return !now.isBefore(lateIn(admission, 4));
    }

    /// Too near its end, at five sixths, to sign in with.
    static boolean isStale(Admission admission, Instant now) {
        return !now.isBefore(lateIn(admission, 6));
    }

    private static Instant lateIn(Admission admission, int parts) {
        Duration life = Duration.between(admission.since(), admission.until());
        return admission.until().minus(life.dividedBy(parts));
    }
}
