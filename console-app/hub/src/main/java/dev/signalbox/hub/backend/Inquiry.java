// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.protocol.query.Query;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Answers queries about one kind of documents, page by page.
public interface Inquiry {
    /// @param most rows on the page
    /// @param continuation what came with the page before; empty for the first
    Rows answer(Query query, int most, Optional<String> continuation);

    /// @param continuation what to ask the next page with; empty after the last
    record Rows(List<ObjectNode> rows, Optional<String> continuation) {}
}
