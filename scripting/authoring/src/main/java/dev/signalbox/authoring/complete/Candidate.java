// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

/// Something that could be written at the caret.
///
/// @param name what the letters typed so far are held against
/// @param detail parameters of a method, package of a type; may be empty
/// @param type what it gives; may be empty
/// @param near how near it is to the caret, for the order
/// @param deprecated whether it should not be used any more
public record Candidate(
        Kind kind, String name, String detail, String type, Nearness near, boolean deprecated, Insertion insertion) {
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

    /// Nearest first.
    public enum Nearness {
        LOCAL,
        FIELD,
        OWN,
        SNIPPET,
        INHERITED,
        WORD,
        TYPE,
        OBJECT,
        ELSEWHERE
    }

    static Candidate plain(Kind kind, String name, Nearness near) {
        return new Candidate(kind, name, "", "", near, false, Insertion.of(name));
    }
}
