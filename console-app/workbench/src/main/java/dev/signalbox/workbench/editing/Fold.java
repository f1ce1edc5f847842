// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

/// Lines that a person may hide behind the one before them.
///
/// @param line that stays, from 1
/// @param last that is hidden, behind it
public record Fold(int line, int last) {}
