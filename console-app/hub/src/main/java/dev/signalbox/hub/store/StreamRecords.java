// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.stream.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Streams as operators defined them.
public interface StreamRecords {
    /// @param number its channel
    record StoredStream(long number, StreamName name, StreamRules rules) {}

    /// By number, without those that are deleted.
    List<StoredStream> all();

    /// Numbers of those that are deleted.
    List<Long> deleted();

    Optional<StoredStream> find(long number);

    /// Returns its number, which no other stream ever had.
    long add(StreamName name, StreamRules rules, Instant at);

    void setRules(long number, StreamRules rules);

    void delete(long number, Instant at);
}
