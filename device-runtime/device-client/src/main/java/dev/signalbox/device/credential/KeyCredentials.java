// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a connection string gives: a key that signs each pass, or one ready signature, good until it ends.
public final class KeyCredentials implements Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(KeyCredentials.class);
    private static final Duration LIFE = Duration.ofHours(1);
    /// A signature that seems to be over is tried all the same: the clock that says so may be wrong.
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final ConnectionString given;
    private final HubHttps https;
    private final HubClock clock;
    private final AtomicBoolean refused = new AtomicBoolean();

    /// Throws ProblemException when the key is none.
    ///
    /// @param https of the host in the connection string, which does not say its ports
    public KeyCredentials(ConnectionString given, HubHttps https) {
        this.given = checked(given);
        this.https = https;
        this.clock = https.clock();
    }

    private static ConnectionString checked(ConnectionString given) {
        try {
            if (given.signature().isEmpty()) {
                SasTokens.make("hub", given.sharedAccessKey(), Instant.EPOCH);
            }
            return given;
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    new Problem(
                            "device.key-malformed",
                            "The device's shared access key is not base64.",
                            "Copy the whole key, or provision the device again."),
                    malformed);
        }
    }

    @Override
    public Access access() {
        return new Access(given.deviceId(), https.hub());
    }

    @Override
    public Pass pass() {
        if (refused.getAndSet(false)) {
            askTime();
        }
        return given.signature().map(this::ready).orElseGet(this::signed);
    }

    private Pass ready(String signature) {
        Duration left = SasTokens.expiry(signature).map(clock::until).orElse(LIFE);
        return new Pass(signature, left.compareTo(LEAST) < 0 ? LEAST : left);
    }

    private Pass signed() {
        String resource = given.host() + "/devices/" + given.deviceId();
        return new Pass(
                SasTokens.make(
                        resource, given.sharedAccessKey(), clock.instant().plus(LIFE)),
                LIFE);
    }

    /// A right key with a wrong clock is refused too.
    private void askTime() {
        try {
            https.askTime();
        } catch (IOException silent) {
            LOG.debug("The hub did not say what time it is", silent);
        }
    }

    @Override
    public void refused() {
        refused.set(true);
    }

    @Override
    public void close() {
        https.close();
    }
}
