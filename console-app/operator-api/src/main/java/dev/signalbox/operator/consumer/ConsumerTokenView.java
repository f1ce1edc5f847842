// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A consumer token as operators see it, without its secret.
///
/// @param channels numbers of the streams it may read; none for all
/// @param used when it was last used, to the minute; absent if never
/// @param marks by channel, the key before which the program said that it needs nothing any more
public record ConsumerTokenView(
        String name,
        List<Long> channels,
        Instant made,
        String madeBy,
        Optional<Instant> expires,
        Optional<Instant> used,
        Map<Long, Long> marks) {
    public ConsumerTokenView {
        channels = List.copyOf(channels);
        marks = Map.copyOf(marks);
    }
}
