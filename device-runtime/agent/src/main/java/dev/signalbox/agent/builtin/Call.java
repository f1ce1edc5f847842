// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.builtin;

import dev.signalbox.agent.step.Sender;
import dev.signalbox.api.Message;
import org.jspecify.annotations.Nullable;

/// What a service asks of a built-in destination.
record Call(Sender from, String action, Message message) {
    private static final int MOST_TEXT = 16_384;

    /// A member of what was sent, as text; null when it has none.
    @Nullable
    String member(String name) {
        var member = message.body().get(name);
        return member.isNull() ? null : shortened(String.valueOf(member.raw()));
    }

    /// What was sent, as text.
    String text() {
        return shortened(message.body().toString());
    }

    private static String shortened(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }
}
