// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

/// Where a message is on disk.
///
/// @param segment number of its file
/// @param offset in bytes
record Place(long segment, long offset) implements Comparable<Place> {
    static final Place BEGIN = new Place(0, 0);

    @Override
    public int compareTo(Place other) {
        return segment == other.segment ? Long.compare(offset, other.offset) : Long.compare(segment, other.segment);
    }
}
