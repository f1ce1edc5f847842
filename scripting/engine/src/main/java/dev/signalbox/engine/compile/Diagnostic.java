// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

/// What the compiler found, in the author's own text.
///
/// @param line from 1
/// @param column from 1
/// @param start offset from 0, inclusive
/// @param end offset, exclusive
public record Diagnostic(Severity severity, int line, int column, int start, int end, String message) {}
