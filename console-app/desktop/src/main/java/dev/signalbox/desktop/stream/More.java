// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

/// Whether there are older messages than those that are shown.
enum More {
    /// There are none.
    END,
    /// They are being looked for.
    LOOKING,
    /// They come when the reader gets there.
    WAITING,
    /// There may be some, and nobody looks any more.
    STOPPED,
    /// There are, and no room for them.
    FULL
}
