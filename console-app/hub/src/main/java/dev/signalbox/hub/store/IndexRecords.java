// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// The records of an index of streams, inside one transaction.
public interface IndexRecords {
    /// Up to where the log is sorted.
    LogPlace followed();

    void setFollowed(LogPlace place);

    PlaceRecords places();

    MessageIdRecords messageIds();

    SenderRecords senders();

    BatchRecords batches();

    AssemblyRecords assemblies();

    /// Whether anything refers to a file of the log.
    boolean refersTo(int segment);

    /// Forgets all that ends before a key of a channel, and at most so many places. Returns how many places there were.
    int forget(long channel, long beforeKey, int most);
}
