// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Optional;

/// What a program gets of a channel.
///
/// @param messages flat, as JSON, oldest first
/// @param nextKey where to read on
/// @param gap why what was asked for is not quite what came
public record ChannelPage(List<byte[]> messages, long nextKey, Optional<Problem> gap) {
    public ChannelPage {
        messages = List.copyOf(messages);
    }
}
