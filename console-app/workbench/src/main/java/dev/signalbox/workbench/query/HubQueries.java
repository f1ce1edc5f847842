// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.query;

import dev.signalbox.operator.query.AskedQuery;
import dev.signalbox.operator.query.QueryRows;
import dev.signalbox.operator.query.SavedQuery;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.codec.query.QueryWriter;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Queries as the hub answers them.
public final class HubQueries implements Queries {
    private static final int PAGE = 100;
    private static final int PAGE_OF_IDS = 1000;
    private static final int LOOKED_AT = 200;
    private static final String ALL = "SELECT * FROM devices";
    private static final String IDS = "SELECT deviceId FROM devices";

    private final HubLink hub;

    public HubQueries(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public RowPage rows(String text, String continuation) {
        QueryRows page = ask(whole(text), PAGE, continuation);
        return new RowPage(page.rows().stream().map(Documents::row).toList(), page.continuation());
    }

    @Override
    public IdPage ids(String condition, String continuation) {
        QueryRows page = ask(over(condition, IDS), PAGE_OF_IDS, continuation);
        return new IdPage(
                page.rows().stream().map(row -> row.path("deviceId").asString()).toList(), page.continuation());
    }

    @Override
    public OptionalLong count(String text) {
        Query query = QueryParser.query(whole(text));
        if (query.from() == Source.JOBS) {
            return OptionalLong.empty();
        }
        String where = query.where()
                .map(condition -> " WHERE " + QueryWriter.write(condition))
                .orElse("");
        QueryRows counted =
                ask("SELECT COUNT() AS matching FROM " + query.from().text() + where, 1, "");
        return OptionalLong.of(
                counted.rows().isEmpty()
                        ? 0
                        : counted.rows().getFirst().path("matching").longValue());
    }

    @Override
    public Map<String, List<String>> paths() {
        return Documents.paths(ask(ALL, LOOKED_AT, "").rows());
    }

    @Override
    public List<SavedQuery> saved() {
        return hub.list(hub.at(Paths.SAVED_QUERIES), SavedQuery[].class);
    }

    @Override
    public void save(SavedQuery query) {
        hub.put(hub.at(Paths.SAVED_QUERIES, query.name()), query);
    }

    @Override
    public void delete(String name) {
        hub.delete(hub.at(Paths.SAVED_QUERIES, name));
    }

    private QueryRows ask(String query, int most, String continuation) {
        return hub.post(hub.at(Paths.QUERY), new AskedQuery(query, most, continuation), QueryRows.class);
    }

    /// A text that is a whole query already, or a condition as one.
    private static String whole(String text) {
        String asked = text.strip();
        boolean isWhole = asked.regionMatches(true, 0, "SELECT", 0, 6) && !asked.matches("(?is)SELECT[A-Z0-9_$.].*");
        return isWhole ? asked : over(asked, ALL);
    }

    /// What is wrong at a column of the condition is said of that column.
    private static String over(String condition, String select) {
        String asked = condition.strip();
        if (asked.isEmpty() || asked.equals("*")) {
            return select;
        }
        QueryParser.twinCondition(asked);
        return select + " WHERE " + asked;
    }
}
