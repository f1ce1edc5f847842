// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import dev.signalbox.device.credential.Credentials;
import dev.signalbox.protocol.codec.SasTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// Credentials whose passes say that they end soon, and are no two alike.
public record Fleeting(Credentials lasting, Duration life, AtomicInteger made) implements Credentials {
    public Fleeting(Credentials lasting, Duration life) {
        this(lasting, life, new AtomicInteger());
    }

    @Override
    public Access access() {
        return lasting.access();
    }

    @Override
    public Pass pass() {
        Access access = lasting.access();
        Instant end = Instant.now().plusSeconds(3600L + made.incrementAndGet());
        return new Pass(SasTokens.make(access.hub().host() + "/devices/" + access.id(), PretendHub.KEY, end), life);
    }

    @Override
    public void refused() {
        lasting.refused();
    }

    @Override
    public void close() {
        lasting.close();
    }
}
