// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

/// Where the twin that a person looks at stands with the hub.
enum TwinState {
    READING("Reading…"),
    SAME("Saved"),
    CHANGED("Not saved yet"),
    /// What was typed is no JSON object, so it cannot be saved.
    INVALID("Not valid yet"),
    SAVING("Saving…"),
    /// Someone else changed it since it was read.
    CONFLICT("Changed by someone else");

    private final String words;

    TwinState(String words) {
        this.words = words;
    }

    /// What a person reads.
    String words() {
        return words;
    }

    /// Whether there is something of the person's that the hub lacks.
    boolean dirty() {
        return this == CHANGED || this == INVALID || this == CONFLICT;
    }
}
