// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.query.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Answers queries by looking at every document. For kinds of which there are not too many.
public final class DocumentInquiry implements Inquiry {
    private final RegistryStore store;
    private final Documents documents;

    /// All documents a query could be about.
    public interface Documents {
        Stream<ObjectNode> of(Records records, Query query);
    }

    public DocumentInquiry(RegistryStore store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    @Override
    public Rows answer(Query query, int most, Optional<String> continuation) {
        int from = continuation.map(DocumentInquiry::number).orElse(0);
        List<ObjectNode> all =
                store.read(records -> dev.signalbox.protocol.codec.query.Rows.of(query, documents.of(records, query)));
        int to = Math.min(all.size(), from + most);
        Optional<String> next = to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new Rows(from < to ? List.copyOf(all.subList(from, to)) : List.of(), next);
    }

    private static int number(String token) {
        if (!token.matches("\\d{1,9}")) {
            throw new ProblemException(BackendProblems.badContinuation());
        }
        return Integer.parseInt(token);
    }
}
