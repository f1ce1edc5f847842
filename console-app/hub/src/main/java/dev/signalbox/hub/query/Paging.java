// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.query.Rows;
import dev.signalbox.protocol.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Cuts answers into pages. No more than a page and one row is ever held.
public final class Paging implements Inquiry {
    private final RegistryStore store;
    private final Finding finding;

    /// Finds the documents a query is about, inside a transaction.
    public interface Finding {
        /// Those after a position, in the query's order.
        List<Document> find(Records records, Query query, Position after, int most);
    }

    /// A document that matches, and where it stands.
    public record Document(ObjectNode content, Position position) {}

    public Paging(RegistryStore store, Finding finding) {
        this.store = store;
        this.finding = finding;
    }

    @Override
    public Page answer(Query query, PageRequest page) {
        Continuation from = Continuation.of(query, page.continuation());
        long left = query.top().orElse(Integer.MAX_VALUE) - from.rows();
        int most = (int) Math.min(page.most(), left);
        if (most <= 0) {
            return new Page(List.of(), Optional.empty());
        }
        List<Document> taken = store.read(records -> take(records, query, from.position(), most + 1));
        List<ObjectNode> rows =
                taken.stream().limit(most).map(Document::content).toList();
        return new Page(rows, left > most ? next(from, taken, most) : Optional.empty());
    }

    private static Optional<String> next(Continuation from, List<Document> taken, int most) {
        return taken.size() > most
                ? Optional.of(from.after(taken.get(most - 1).position(), most).text())
                : Optional.empty();
    }

    private List<Document> take(Records records, Query query, Position after, int most) {
        return query.isGrouped()
                ? groups(records, query, after.number(), most)
                : finding.find(records, query, after, most).stream()
                        .map(found -> new Document(Rows.row(query, found.content()), found.position()))
                        .toList();
    }

    private static List<Document> groups(Records records, Query query, long skip, int most) {
        List<Document> rows = new ArrayList<>();
        records.queries()
                .groups(query, skip, most)
                .forEach(row -> rows.add(new Document(row, Position.at(skip + rows.size() + 1))));
        return rows;
    }
}
