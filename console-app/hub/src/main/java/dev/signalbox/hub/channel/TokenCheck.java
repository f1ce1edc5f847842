// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Instant;
import java.util.regex.Pattern;

/// Looks at what operators want of a token.
final class TokenCheck {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/]{1,64}");
    private static final int MOST_CHANNELS = 1000;

    private TokenCheck() {}

    static void check(NewConsumerToken wanted, Instant now) {
        if (!NAME.matcher(wanted.name().strip()).matches()) {
            throw new ProblemException(ChannelProblems.badName());
        }
        boolean noNumber = wanted.channels().stream().anyMatch(channel -> channel < 0);
        if (noNumber || wanted.channels().size() > MOST_CHANNELS) {
            throw new ProblemException(ChannelProblems.badChannels(MOST_CHANNELS));
        }
        if (wanted.expires().isPresent() && !now.isBefore(wanted.expires().get())) {
            throw new ProblemException(ChannelProblems.pastEnd());
        }
    }
}
