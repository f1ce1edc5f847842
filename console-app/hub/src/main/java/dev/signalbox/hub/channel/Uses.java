// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredConsumerToken;
import dev.signalbox.protocol.trust.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When tokens were used, written down to the minute: a write for each request would cost more than its answer.
final class Uses {
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final RegistryStore store;
    private final Clock clock;
    private final Map<Digest, Instant> noted = new ConcurrentHashMap<>();

    Uses(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void note(StoredConsumerToken token) {
        Instant now = clock.instant();
        Instant due = noted.compute(
                token.digest(), (_, last) -> last == null || !now.isBefore(last.plus(OFTEN)) ? now : last);
        if (due.equals(now)) {
            var _ = store.commitLater(records -> {
                records.consumerTokens().use(token.digest(), now.truncatedTo(ChronoUnit.SECONDS));
                return now;
            });
        }
    }
}
