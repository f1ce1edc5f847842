// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import java.util.Locale;
import java.util.OptionalLong;

/// How many devices match.
///
/// @param devices empty while it is not known
/// @param stage whether it is known, and why not
public record Count(Stage stage, OptionalLong devices) {
    static final Count NONE = new Count(Stage.NOT_ASKED, OptionalLong.empty());
    static final Count COUNTING = new Count(Stage.COUNTING, OptionalLong.empty());
    static final Count FAILED = new Count(Stage.FAILED, OptionalLong.empty());

    /// How far the counting is.
    public enum Stage {
        /// The text is wrong, or is about what cannot be counted.
        NOT_ASKED,
        COUNTING,
        KNOWN,
        /// The hub did not answer.
        FAILED
    }

    static Count of(OptionalLong devices) {
        return devices.isEmpty() ? NONE : new Count(Stage.KNOWN, devices);
    }

    /// What a person reads.
    public String words() {
        return switch (stage) {
            case NOT_ASKED -> "";
            case COUNTING -> "counting…";
            case FAILED -> "not counted";
            case KNOWN ->
                devices.orElseThrow() == 0
                        ? "no match"
                        : devices.orElseThrow() == 1
                                ? "1 match"
                                : String.format(Locale.ROOT, "%,d match", devices.orElseThrow());
        };
    }
}
