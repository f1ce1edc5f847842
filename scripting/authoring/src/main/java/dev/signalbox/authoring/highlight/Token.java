// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.highlight;

/// A run of characters to colour.
///
/// @param start offset from 0, inclusive
/// @param end offset, exclusive
public record Token(int start, int end, Kind kind) {}
