// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.check;

/// Something to underline.
///
/// @param line from 1
/// @param column from 1
/// @param start offset from 0, inclusive
/// @param end offset, exclusive; always after start unless the text is empty
public record Mark(Severity severity, int line, int column, int start, int end, String message) {}
