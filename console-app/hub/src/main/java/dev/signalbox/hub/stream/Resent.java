// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

/// That a dead letter is sorted anew, because an operator said so.
///
/// @param at when he did, in ms since 1970; from then on it is kept, and what belongs to it waited for
/// @param tries how often it was sorted by now
record Resent(long at, int tries) {
    /// What comes from the log, for the first time.
    static final Resent NOT = new Resent(0, 1);

    boolean isAgain() {
        return tries > 1;
    }

    /// @param time at which something was received, in ms since 1970
    long notBefore(long time) {
        return Math.max(at, time);
    }
}
