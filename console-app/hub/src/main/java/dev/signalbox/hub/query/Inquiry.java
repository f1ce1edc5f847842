// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import dev.signalbox.protocol.query.Query;

/// Answers queries about one kind of documents, page by page. Safe on any thread; blocks while it reads the store.
///
/// Each page is a consistent picture. Between two pages documents may change: then one that is there all the time is
/// still seen once, unless rows are ordered or grouped, where it may be seen twice or not at all.
public interface Inquiry {
    /// Answers one page. Throws ProblemException `query.*` when it is refused.
    Page answer(Query query, PageRequest page);
}
