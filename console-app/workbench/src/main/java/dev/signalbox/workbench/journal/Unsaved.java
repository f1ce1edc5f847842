// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import java.util.List;

/// What a person made of something, before the hub confirmed it.
///
/// @param mine as she has it, with the etag of what she made it from
/// @param sent what the hub was sent and did not answer, oldest first: it may have any of it
/// @param <T> a value with an etag
public record Unsaved<T>(T mine, List<T> sent) {
    public Unsaved {
        sent = List.copyOf(sent);
    }
}
