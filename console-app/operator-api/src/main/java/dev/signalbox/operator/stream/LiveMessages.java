// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import java.util.List;

/// Messages of a stream that just came.
///
/// @param leftOut so many before these are not told, because more came than anybody could look at
/// @param messages oldest first
public record LiveMessages(long leftOut, List<MessageView> messages) {
    public LiveMessages {
        messages = List.copyOf(messages);
    }
}
