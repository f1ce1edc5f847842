// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

/// What became of all messages an outbox was offered. A device tells its hub, so that both can be compared:
/// offered = taken + refused, and taken = forwarded + waiting + expired + displaced + damaged.
///
/// @param taken messages whose senders were told that they are safe
/// @param forwarded of these, acknowledged by the hub
/// @param waiting of these, on disk and not acknowledged
/// @param expired of these, given up because they were too old
/// @param displaced of these, given up for newer ones, where the author allows that
/// @param damaged of these, no longer readable on disk
/// @param refused messages not taken, mostly for lack of room
/// @param waitingBytes what the waiting ones take, in bytes
public record Account(
        long taken,
        long forwarded,
        long waiting,
        long expired,
        long displaced,
        long damaged,
        long refused,
        long waitingBytes) {
    /// Whether no message is unaccounted for.
    public boolean agrees() {
        return taken == forwarded + waiting + expired + displaced + damaged;
    }
}
