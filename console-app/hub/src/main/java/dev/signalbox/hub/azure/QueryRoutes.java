// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import static dev.signalbox.hub.store.Permission.REGISTRY_READ;
import static dev.signalbox.hub.store.Permission.SERVICE_CONNECT;

import dev.signalbox.hub.query.Inquiry;
import dev.signalbox.hub.query.Page;
import dev.signalbox.hub.query.PageRequest;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Map;

/// Queries: `POST /devices/query`.
public final class QueryRoutes {
    private final Map<Source, Inquiry> answers;

    /// @param answers who answers for which documents
    public QueryRoutes(Map<Source, Inquiry> answers) {
        this.answers = Map.copyOf(answers);
    }

    void add(Router router, AzureDesk desk) {
        desk.serve(router, HttpMethod.POST, "/devices/query", this::query, SERVICE_CONNECT, REGISTRY_READ);
    }

    private Reply query(Call call) {
        Query query = QueryParser.query(call.object().path("query").asString(""));
        int most = call.header("x-ms-max-item-count")
                .map(text -> text.equals("-1")
                        ? PageRequest.USUAL
                        : Call.number("x-ms-max-item-count", text, PageRequest.LARGEST))
                .orElse(PageRequest.USUAL);
        Inquiry inquiry = java.util.Objects.requireNonNull(answers.get(query.from()));
        Page page = inquiry.answer(query, new PageRequest(most, call.header("x-ms-continuation")));
        Reply reply = Reply.json(page.rows()).with("x-ms-item-type", type(query));
        return page.continuation()
                .map(next -> reply.with("x-ms-continuation", next))
                .orElse(reply);
    }

    private static String type(Query query) {
        if (!query.columns().isEmpty()) {
            return "Raw";
        }
        return query.from() == Source.JOBS ? "DeviceJob" : "Twin";
    }
}
