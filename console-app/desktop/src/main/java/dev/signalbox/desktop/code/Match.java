// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

/// A place in a text where something was found.
///
/// @param start of its first character
/// @param end behind its last one
public record Match(int start, int end) {}
