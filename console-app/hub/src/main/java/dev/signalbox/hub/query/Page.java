// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Some rows of an answer.
///
/// @param continuation what to ask for the next ones with; empty after the last
public record Page(List<ObjectNode> rows, Optional<String> continuation) {
    public Page {
        rows = List.copyOf(rows);
    }
}
