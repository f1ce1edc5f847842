// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import java.util.List;

/// Messages of a stream that follow one another.
///
/// @param messages oldest first
/// @param oldestKey of the oldest message that is kept
/// @param nextKey where the next page begins
public record MessagePage(List<MessageView> messages, long oldestKey, long nextKey) {
    public MessagePage {
        messages = List.copyOf(messages);
    }
}
