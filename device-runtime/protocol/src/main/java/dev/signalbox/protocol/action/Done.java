// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

/// What a node did.
///
/// @param what a sentence for a person
public record Done(String what) {
    /// The longest sentence, in characters; the rest is cut off.
    public static final int LONGEST = 1_000;

    public Done {
        what = what.length() > LONGEST ? what.substring(0, LONGEST) : what;
    }
}
