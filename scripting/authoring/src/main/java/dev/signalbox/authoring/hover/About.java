// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.hover;

import java.util.OptionalInt;

/// What is known of a name in a source.
///
/// @param start where the name begins
/// @param end behind it
/// @param signature as its author declared it, in one line
/// @param owner the type or package it belongs to; empty for a variable
/// @param words the first sentences of its documentation; empty when there is none
/// @param definition where it is made, if that is in the same source
public record About(int start, int end, String signature, String owner, String words, OptionalInt definition) {}
