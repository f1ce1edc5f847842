// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import dev.signalbox.protocol.stream.StreamName;
import java.time.Instant;
import java.util.Optional;

/// A stream as operators see it.
///
/// @param number its channel, never used for another; 0 is the dead letters, 1 the default stream
/// @param oldestKey of the oldest message that is kept; `nextKey` if there is none
/// @param nextKey of the message that comes next
/// @param kept so many messages are kept; one here or there may be damaged
/// @param lastAt when the newest message that is kept was received
public record StreamView(
        long number,
        StreamName name,
        StreamRules rules,
        long oldestKey,
        long nextKey,
        long kept,
        Optional<Instant> lastAt) {}
