// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import java.util.Map;

/// One thing that a service did while it was tried.
///
/// @param kind what it did
/// @param message number of the message it was at, from 1; 0 for none
/// @param text a log line, a sentence, or a body as JSON
/// @param line line of the source, from 1; 0 for none
/// @param micros how long a message took, in microseconds; 0 for all other kinds
/// @param properties those of a message that was emitted or sent to the hub
public record TryEvent(Kind kind, int message, String text, int line, long micros, Map<String, String> properties) {
    public TryEvent {
        properties = Map.copyOf(properties);
    }

    static TryEvent of(Kind kind, int message, String text) {
        return at(kind, message, text, 0);
    }

    static TryEvent at(Kind kind, int message, String text, int line) {
        return new TryEvent(kind, message, text, line, 0, Map.of());
    }

    /// What a service can do.
    public enum Kind {
        /// The compiler has something to say that does not keep it from running.
        HINT,
        DEBUG,
        WARNING,
        ERROR,
        /// It wrote to its standard output.
        PRINTED,
        /// It emitted a message along its wires.
        EMITTED,
        /// It sent a message to the hub.
        SUBMITTED,
        /// It is through with a message.
        DONE,
        /// It does not compile, told once for each mistake, or threw, took too long or filled its memory. A try
        /// goes no further.
        FAILED,
        /// It did all that was asked of it. The last event, as FAILED is.
        ENDED;

        /// Whether the service does nothing after it.
        public boolean isLast() {
            return this == FAILED || this == ENDED;
        }
    }
}
