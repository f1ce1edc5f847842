// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

/// Something the compiler has to say about a place in the text.
///
/// @param line from 1
/// @param column from 1
/// @param start offset of the first character, from 0
/// @param end offset behind the last character
public record Mark(Severity severity, int line, int column, int start, int end, String message) {}
