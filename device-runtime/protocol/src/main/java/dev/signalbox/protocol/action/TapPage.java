// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import java.util.List;

/// Messages that a wire carried, oldest first.
///
/// @param anew whether this does not join on to what was asked after: the tap was opened by this question, or had ended
/// @param messages the newest of those since then
/// @param leftOut how many came since then and are not among them
/// @param next what the next question asks after
public record TapPage(boolean anew, List<TappedMessage> messages, long leftOut, String next) {
    /// The most messages of a page.
    public static final int MOST_MESSAGES = 20;
    /// About the most bytes that its messages take, as JSON.
    public static final int MOST_BYTES = 96 * 1024;

    public TapPage {
        messages = List.copyOf(messages);
    }
}
