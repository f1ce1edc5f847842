// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

/// What taking a candidate writes.
///
/// @param before characters before the word that go too
/// @param text goes in the place of the word
/// @param caret where the caret stands then, counted in the text
/// @param imports the type that has to be imported for it, qualified; empty for none
public record Insertion(int before, String text, int caret, String imports) {
    /// The caret goes behind.
    static Insertion of(String text) {
        return new Insertion(0, text, text.length(), "");
    }

    /// @param marked where `|` stands the caret goes; the first one counts and is not written
    static Insertion marked(String marked) {
        int caret = marked.indexOf('|');
        return caret < 0
                ? of(marked)
                : new Insertion(0, marked.substring(0, caret) + marked.substring(caret + 1), caret, "");
    }

    Insertion importing(String qualified) {
        return new Insertion(before, text, caret, qualified);
    }

    Insertion removing(int charactersBefore) {
        return new Insertion(charactersBefore, text, caret, imports);
    }
}
