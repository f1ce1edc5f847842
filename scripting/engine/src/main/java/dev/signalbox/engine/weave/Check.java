// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

/// The question that woven code asks at one place.
enum Check {
    NONE,
    /// May it go on? Not after a stop.
    TURN,
    /// May it still clean up? For some time after a stop.
    CLEANUP
}
