// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

/// Something that can be written where the caret stands.
///
/// @param from what it takes the place of begins here, counted from 0
/// @param to where that ends
/// @param label what a person chooses by
/// @param insert what is written
/// @param kind what it is, in one word
record Completion(int from, int to, String label, String insert, String kind) {}
