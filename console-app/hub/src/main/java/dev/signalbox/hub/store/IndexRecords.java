// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// The records of an index of streams, inside one transaction.
public interface IndexRecords {
    /// Which time it is, as far as that is believed.
    ///
    /// @param time in ms since 1970; 0 if nothing is known
    /// @param doubted how much longer the hub has run with its clock ahead of that than without, in ms
    record Belief(long time, long doubted) {}

    /// Up to where the log is sorted.
    LogPlace followed();

    void setFollowed(LogPlace place);

    /// The time by which messages are forgotten.
    Belief belief();

    void setBelief(Belief belief);

    PlaceRecords places();

    MessageIdRecords messageIds();

    SenderRecords senders();

    BatchRecords batches();

    AssemblyRecords assemblies();

    FileUseRecords files();

    ClearingRecords clearings();

    /// Whether anything refers to a file of the log.
    boolean refersTo(int segment);

    /// Forgets all that ends before a key of a channel, and at most so many places. Returns how many places there were.
    int forget(long channel, long beforeKey, int most);
}
