// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Sizes;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamProperty;
import dev.signalbox.workbench.stream.DeadLetterReasons;
import dev.signalbox.workbench.stream.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message in the words of the list. It keeps a few thousand bytes of a long payload, so that many can be kept.
///
/// @param beginning of the payload, in one line
/// @param isCut whether more of the payload came than is kept here
record MessageRow(MessageView message, String beginning, boolean isCut) {
    private static final int KEPT = 4 * 1366;
    private static final int SHOWN = 160;

    static MessageRow of(MessageView message) {
        String beginning = Payload.of(message).beginning(SHOWN);
        boolean isCut = message.head().length() > KEPT;
        return new MessageRow(isCut ? cut(message) : message, beginning, isCut);
    }

    /// Base64 may be cut after any four characters.
    private static MessageView cut(MessageView message) {
        return new MessageView(
                message.key(),
                message.received(),
                message.device(),
                message.properties(),
                message.size(),
                message.head().substring(0, KEPT),
                false);
    }

    long key() {
        return message.key();
    }

    String received() {
        return Moments.exact(message.received());
    }

    String device() {
        return message.device().value();
    }

    String size() {
        return Sizes.words(message.size());
    }

    /// Those it has: `2026-11-21 / 17`, the batch before the message; of a dead letter, why it is one.
    String ids() {
        if (dead().isPresent()) {
            return dead().get().code();
        }
        List<String> ids = new ArrayList<>();
        for (StreamProperty name : List.of(StreamProperty.BATCH, StreamProperty.SLICE, StreamProperty.MESSAGE)) {
            Optional.ofNullable(message.properties().get(name.wireName())).ifPresent(ids::add);
        }
        return String.join(" / ", ids);
    }

    /// Why it is a dead letter; empty if it is none.
    Optional<Problem> dead() {
        return DeadLetterReasons.of(message);
    }
}
