// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

/// Something on the canvas that can be selected: a step's card, a note's, or a wire.
interface Drawn {
    /// What it stands for, alone; nothing for a wire that has no end yet.
    Selection alone();
}
