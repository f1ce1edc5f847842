// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// The streams of a workspace. All calls ask the hub and wait for it; what goes wrong is a ProblemException. How busy
/// streams are is told by `live.Feeds.rates`.
public interface Streams {
    /// By number; the dead letters first.
    List<StreamView> list();

    StreamView get(long number);

    /// Makes a stream, and its group if there is none of that name.
    StreamView make(NewStream stream);

    /// Sets the rules for all messages to come.
    ///
    /// @param rules with the etag of those that were read; refused when they changed meanwhile
    StreamView setRules(long number, StreamRules rules);

    /// Deletes a stream and its messages; what still comes for it becomes dead letters.
    void delete(long number);

    /// The dead letters by reason, and how far the last clearing of some has come.
    DeadLetters deadLetters();

    /// Has dead letters leave, by and by; refused while others do.
    ClearingView clear(NewClearing wanted);

    /// Messages that are found, oldest first. A page may be empty and still name where to go on: the hub looks at some
    /// thousands at once.
    MessagePage messages(long number, MessageSearch search);

    /// Writes the whole payload of a message; it may be a gigabyte.
    void payload(long number, long key, OutputStream into);

    /// Batches by device and id.
    ///
    /// @param device of this one only
    /// @param after `device/batch` of the last one known; empty to begin
    List<BatchView> batches(long number, Optional<DeviceId> device, String after);

    /// Writes what the messages of a batch hold, one after the other.
    ///
    /// @param join how; absent as the stream's rules say
    void batch(long number, BatchView batch, Optional<Concatenation> join, OutputStream into);
}
