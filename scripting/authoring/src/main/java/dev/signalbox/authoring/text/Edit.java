// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.text;

/// Text in the place of other text.
///
/// @param start offset from 0, inclusive
/// @param end offset, exclusive; the same as start to put something in
public record Edit(int start, int end, String text) {
    /// The text with the change made.
    public String in(String source) {
        return source.substring(0, start) + text + source.substring(end);
    }
}
