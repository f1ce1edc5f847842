// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

/// Where a message stands while the outbox is open.
///
/// @param place grows with each message of its lane, over all epochs
public record Ticket(int lane, long place) {
    private static final int INDEX_BITS = 16;
    private static final long LAST_INDEX = (1L << INDEX_BITS) - 1;

    static Ticket of(int lane, long parcel, int index) {
        return new Ticket(lane, (parcel << INDEX_BITS) | index);
    }

    /// The place after which the next parcel begins.
    static long endOf(long parcel) {
        return (parcel << INDEX_BITS) | LAST_INDEX;
    }

    /// The newest parcel of which nothing comes after that place.
    static long wholeBefore(long place) {
        return ((place + 1) >> INDEX_BITS) - 1;
    }

    long parcel() {
        return place >> INDEX_BITS;
    }

    int index() {
        return (int) (place & LAST_INDEX);
    }
}
