// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

/// Something that could be written at the caret.
///
/// @param name what a person chooses by
/// @param detail parameters of a method, package of a type; may be empty
/// @param type what it gives; may be empty
/// @param deprecated whether it should not be used any more
/// @param writes what taking it does
public record Completion(Kind kind, String name, String detail, String type, boolean deprecated, Writes writes) {
    /// What it is.
    public enum Kind {
        VARIABLE,
        FIELD,
        METHOD,
        TYPE,
        PACKAGE,
        KEYWORD,
        SNIPPET,
        OVERRIDE,
        PROPERTY,
        STEP
    }

    /// @param before characters before the word that go too
    /// @param text goes in the place of the word
    /// @param caret where the caret stands then, counted in the text
    /// @param imports the type that has to be imported for it; empty for none
    public record Writes(int before, String text, int caret, String imports) {}
}
