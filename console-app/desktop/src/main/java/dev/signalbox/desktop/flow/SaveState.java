// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

/// Where an open flow stands with the hub.
enum SaveState {
    SAVED("Saved"),
    UNSAVED("Not saved yet"),
    SAVING("Saving…"),
    /// Someone else saved it since it was opened.
    CONFLICT("Changed by someone else"),
    FAILED("Not saved");

    private final String words;

    SaveState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
