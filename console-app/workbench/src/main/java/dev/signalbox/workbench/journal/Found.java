// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// What a journal had about one thing.
///
/// @param unsaved what was written down
/// @param trouble why it could not be read, and where it was put
public record Found<T>(Optional<Unsaved<T>> unsaved, Optional<Problem> trouble) {
    static <T> Found<T> nothing() {
        return new Found<>(Optional.empty(), Optional.empty());
    }
}
