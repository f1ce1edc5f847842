// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

/// What became of a message that waited.
enum Outcome {
    /// The hub acknowledged it.
    FORWARDED,
    /// It became too old.
    EXPIRED,
    /// It was given up for a newer one.
    DISPLACED,
    /// It can no longer be read.
    DAMAGED
}
