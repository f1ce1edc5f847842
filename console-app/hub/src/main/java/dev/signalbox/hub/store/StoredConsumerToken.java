// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A token by which a program reads streams.
///
/// @param digest of its secret, which is kept nowhere
/// @param channels none for all
/// @param used when it was last used, to the minute
public record StoredConsumerToken(
        Digest digest,
        String name,
        List<Long> channels,
        Instant made,
        String madeBy,
        Optional<Instant> expires,
        Optional<Instant> used) {
    public StoredConsumerToken {
        channels = List.copyOf(channels);
    }

    public boolean mayRead(long channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    public boolean isGoodAt(Instant now) {
        return expires.isEmpty() || now.isBefore(expires.get());
    }
}
