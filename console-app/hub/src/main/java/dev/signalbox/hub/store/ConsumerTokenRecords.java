// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The tokens of programs that read streams, and how far each has come.
public interface ConsumerTokenRecords {
    /// By name.
    List<StoredConsumerToken> all();

    void add(StoredConsumerToken token);

    /// With its marks.
    void delete(String name);

    /// Notes that a token was used, if it is still there.
    void use(Digest token, Instant at);

    /// By channel, the key before which a token's program needs nothing any more.
    Map<Long, Long> marks(Digest token);

    /// Moves a mark forward, never back. Nothing happens if there is no such token.
    void raise(Digest token, long channel, long key);

    /// Takes a mark away, unless it has moved from there.
    void forget(Digest token, long channel, long mark);
}
