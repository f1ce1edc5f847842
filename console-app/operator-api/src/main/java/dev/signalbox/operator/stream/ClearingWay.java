// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

/// What becomes of dead letters.
public enum ClearingWay {
    /// They are sorted anew, by the rules of now.
    SEND_AGAIN,
    /// They are forgotten.
    DISCARD
}
