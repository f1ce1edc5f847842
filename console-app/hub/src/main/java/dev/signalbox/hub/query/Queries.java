// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.query.Query;
import java.util.List;

/// Answers queries over the twins of devices or of modules.
public final class Queries implements Inquiry {
    private final Paging paging;

    public Queries(RegistryStore store) {
        this.paging = new Paging(store, Queries::find);
    }

    /// Reads the query and answers one page of it. Throws ProblemException `query.*` when it is refused.
    public Page run(String query, PageRequest page) {
        return answer(QueryParser.query(query), page);
    }

    @Override
    public Page answer(Query query, PageRequest page) {
        return paging.answer(query, page);
    }

    private static List<Paging.Document> find(Records records, Query query, Position after, int most) {
        return records.queries().find(query, after, most).stream()
                .map(found -> new Paging.Document(
                        records.twins().document(found.id(), found.connected()).orElseThrow(), found.position()))
                .toList();
    }
}
