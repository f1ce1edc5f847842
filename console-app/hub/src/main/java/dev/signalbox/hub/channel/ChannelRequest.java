// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import java.time.Duration;

/// What a program asks of a channel.
///
/// @param from the key to read from, from 0 on
/// @param patience how long to wait where there is nothing, at most `LONGEST`
/// @param delete whether nothing before `from` is needed any more
/// @param most messages, at most `MOST`
/// @param mostBytes of messages as JSON, at most `MOST_BYTES`; a single message may be larger
public record ChannelRequest(long channel, long from, Duration patience, boolean delete, int most, int mostBytes) {
    public static final Duration LONGEST = Duration.ofSeconds(60);
    public static final int MOST = 10_000;
    public static final int MOST_BYTES = 16 << 20;

    public ChannelRequest {
        if (channel < 0 || from < 0) {
            throw new IllegalArgumentException("channels and keys are numbers from 0 on");
        }
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a program waits for at most " + LONGEST.toSeconds() + " s");
        }
        if (most < 1 || most > MOST || mostBytes < 1 || mostBytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "an answer has at most " + MOST + " messages in " + MOST_BYTES + " bytes");
        }
    }
}
