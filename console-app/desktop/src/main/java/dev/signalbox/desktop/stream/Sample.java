// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.workbench.stream.Payload;
import java.util.Map;

/// The numbers of one message.
///
/// @param at when it was received, in milliseconds since 1970
/// @param numbers by the names of their fields
record Sample(long key, long at, String device, Map<String, Double> numbers) {
    static Sample of(MessageView message) {
        return new Sample(
                message.key(),
                message.received().toEpochMilli(),
                message.device().value(),
                Payload.of(message).numbers());
    }
}
