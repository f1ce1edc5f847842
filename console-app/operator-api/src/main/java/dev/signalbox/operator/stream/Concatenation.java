// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

/// How the messages of a batch are joined when it is read as one.
public enum Concatenation {
    /// They are not.
    NONE,
    WITHOUT_NEW_LINES,
    /// With a line feed after each.
    WITH_NEW_LINES
}
