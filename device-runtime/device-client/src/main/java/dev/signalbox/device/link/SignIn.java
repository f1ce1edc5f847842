// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.device.credential.Credentials.Pass;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Duration;

/// How long a connection may go on with the pass it was made with. It ends only once there is another pass: without one
/// the hub ends it, which is not earlier.
final class SignIn {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Dialer dialer;
    private final Pass pass;
    private long lookAt;

    SignIn(Dialer dialer, Pass pass) {
        this.dialer = dialer;
        this.pass = pass;
        this.lookAt =
                System.nanoTime() + pass.life().multipliedBy(5).dividedBy(6).toNanos();
    }

    long nanosLeft() {
        return Math.max(0, lookAt - System.nanoTime());
    }

    boolean isOver() {
        return nanosLeft() == 0 && hasAnother();
    }

    private boolean hasAnother() {
        lookAt = System.nanoTime() + AGAIN.toNanos();
        try {
            return !dialer.pass().signature().equals(pass.signature());
        } catch (ProblemException notNow) {
            return false;
        }
    }
}
