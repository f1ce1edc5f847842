// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.query.Inquiry;
import dev.signalbox.hub.query.Page;
import dev.signalbox.hub.query.PageRequest;
import dev.signalbox.hub.saved.SavedQueries;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.query.AskedQuery;
import dev.signalbox.operator.query.QueryRows;
import dev.signalbox.operator.query.SavedQuery;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Queries that operators ask and keep.
public final class QueryRoutes {
    private static final String SAVED = Paths.SAVED_QUERIES + "/:name";

    private final Map<Source, Inquiry> answers;
    private final SavedQueries saved;
    private final ChangeFeed changes;

    public QueryRoutes(Map<Source, Inquiry> answers, SavedQueries saved, ChangeFeed changes) {
        this.answers = Map.copyOf(answers);
        this.saved = saved;
        this.changes = changes;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(HttpMethod.POST, Paths.QUERY)
                .handler(desk.answer(request -> Answer.json(ask(request.body(AskedQuery.class)))));
        router.look(Paths.SAVED_QUERIES).handler(desk.answer(_ -> Answer.json(saved.list())));
        router.put(SAVED, Right.WRITE, "keeps query :name").handler(desk.answer(this::put));
        router.delete(SAVED, Right.WRITE, "deletes query :name").handler(desk.answer(this::delete));
    }

    private QueryRows ask(AskedQuery asked) {
        if (asked.most() < 1 || asked.most() > PageRequest.LARGEST) {
            throw new IllegalArgumentException("most is 1 to " + PageRequest.LARGEST);
        }
        Query query = QueryParser.query(asked.query());
        Inquiry inquiry = Objects.requireNonNull(answers.get(query.from()));
        Optional<String> from = Optional.of(asked.continuation()).filter(token -> !token.isEmpty());
        Page page = inquiry.answer(query, new PageRequest(asked.most(), from));
        return new QueryRows(List.copyOf(page.rows()), page.continuation().orElse(""));
    }

    private Answer put(Request request) {
        var query = request.body(SavedQuery.class);
        Request.same(request.path("name"), query.name());
        SavedQuery kept = saved.put(query);
        changes.changed(ChangeFeed.QUERIES);
        return Answer.json(kept);
    }

    private Answer delete(Request request) {
        saved.delete(request.path("name"));
        changes.changed(ChangeFeed.QUERIES);
        return Answer.NOTHING;
    }
}
