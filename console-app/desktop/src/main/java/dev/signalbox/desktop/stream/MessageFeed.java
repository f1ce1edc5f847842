// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.LiveMessages;
import java.util.function.Consumer;

/// Tells of messages of a stream as they come.
@FunctionalInterface
public interface MessageFeed {
    /// Begins to tell, on a thread of its own, until what it returns is closed.
    ///
    /// @param stream its number
    AutoCloseable open(long stream, Consumer<LiveMessages> messages);
}
