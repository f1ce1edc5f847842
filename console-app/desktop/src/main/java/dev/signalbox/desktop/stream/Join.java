// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.Concatenation;
import java.util.Optional;

/// How a batch is made one file.
enum Join {
    AS_RULED("as the stream says", Optional.empty()),
    WITHOUT_NEW_LINES("without new lines", Optional.of(Concatenation.WITHOUT_NEW_LINES)),
    WITH_NEW_LINES("each with a new line", Optional.of(Concatenation.WITH_NEW_LINES));

    private final String words;
    private final Optional<Concatenation> how;

    Join(String words, Optional<Concatenation> how) {
        this.words = words;
        this.how = how;
    }

    /// Absent for what the stream's rules say.
    Optional<Concatenation> how() {
        return how;
    }

    @Override
    public String toString() {
        return words;
    }
}
