// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

/// Where something a person works on stands with the hub.
public enum SaveState {
    SAVED("Saved"),
    UNSAVED("Not saved yet"),
    SAVING("Saving…"),
    /// Someone else saved it since it was opened.
    CONFLICT("Changed by someone else"),
    FAILED("Not saved"),
    RELEASED("Released, read only");

    private final String words;

    SaveState(String words) {
        this.words = words;
    }

    /// What a person reads.
    public String words() {
        return words;
    }

    /// Whether the hub lacks something of it.
    public boolean dirty() {
        return this != SAVED && this != RELEASED;
    }

    /// Whether it waits for the person: nothing more is saved until something is decided.
    public boolean stuck() {
        return this == CONFLICT || this == FAILED;
    }
}
