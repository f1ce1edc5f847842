// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.SenderRecords.Sender;
import dev.signalbox.hub.store.log.RawMessages;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.protocol.stream.StreamHeader;
import dev.signalbox.protocol.stream.StreamHeader.Completes;
import java.time.Instant;

/// A message that is being sorted.
///
/// @param raw as it stands in the log
/// @param header what its properties say of its place
/// @param channel of the stream it names
/// @param resent whether it is sorted anew
record Incoming(RawMessages raw, String device, StreamHeader header, Channel channel, Resent resent) {
    MessageIds ids() {
        return header.ids();
    }

    Completes completes() {
        return header.completes();
    }

    Sender sender() {
        return new Sender(channel.number(), device);
    }

    long receivedAt() {
        return raw.receivedAt();
    }

    String fill(Autofill pattern, long sequence) {
        return pattern.make(new Autofill.From(device, Instant.ofEpochMilli(receivedAt()), sequence));
    }
}
