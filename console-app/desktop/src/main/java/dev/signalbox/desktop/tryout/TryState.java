// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tryout;

/// How it stands with the last try.
enum TryState {
    NEVER(""),
    RUNNING("Running…"),
    ENDED("It did all that was asked of it."),
    FAILED("It failed."),
    STOPPED("Stopped.");

    private final String words;

    TryState(String words) {
        this.words = words;
    }

    /// For a person.
    String words() {
        return words;
    }
}
