// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

/// What keys do on a page, for the list of all keys.
///
/// @param keys as they are written on a keyboard, such as "Ctrl+F"
/// @param does in a few words, such as "Find"
public record KeyNote(String keys, String does) {}
