// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A token to be made for a program that reads streams.
///
/// @param name 1 to 64 characters, not yet taken
/// @param channels numbers of the streams it may read; none for all, also those that are made later
/// @param expires in the future; absent for never
public record NewConsumerToken(String name, List<Long> channels, Optional<Instant> expires) {
    public NewConsumerToken {
        channels = List.copyOf(channels);
    }
}
