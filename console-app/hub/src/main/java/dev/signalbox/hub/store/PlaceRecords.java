// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the messages of each channel stand in the log.
public interface PlaceRecords {
    /// The key that comes next, by channel.
    Map<Long, Long> heads();

    /// The key that comes next; 0 of a channel that has none.
    long nextKey(long channel);

    void setNextKey(long channel, long key);

    void add(Collection<StoredPlace> places);

    /// The place with a key, or the first after it, and those that follow.
    List<StoredPlace> from(long channel, long key, int most);

    /// The last ones, newest first.
    List<StoredPlace> newest(long channel, int most);

    /// How many dead letters there are.
    long deadLetters();

    /// The oldest key that was not received before a time, in ms since 1970, or `nextKey`; at most as far as so many
    /// places go.
    long firstSince(long channel, long since, int most);

    /// The first place from a key on that was received up to a time, in ms since 1970.
    Optional<StoredPlace> firstUntil(long channel, long key, long until);

    /// Places behind a key of a channel, or in later channels, of which the hub added such a text to a message.
    List<StoredPlace> withAdded(String text, long channel, long afterKey, int most);
}
