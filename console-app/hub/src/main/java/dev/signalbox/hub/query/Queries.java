// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.codec.query.Rows;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Answers queries over the twins of all devices. Safe on any thread; blocks while it reads the store.
///
/// Each page is a consistent picture. Between two pages devices may change: then a device that is there all the time is
/// still seen once, unless rows are ordered or grouped, where it may be seen twice or not at all.
public final class Queries {
    private final RegistryStore store;

    public Queries(RegistryStore store) {
        this.store = store;
    }

    /// Reads the query and answers one page of it. Throws ProblemException `query.*` when it is refused.
    public Page run(String query, PageRequest page) {
        return run(QueryParser.query(query), page);
    }

    /// Answers one page. No hub has modules yet, so there are no rows of them; FROM devices.jobs is refused.
    public Page run(Query query, PageRequest page) {
        if (query.from() == Source.JOBS) {
            throw new ProblemException(QueryProblems.notTwins(query.from()));
        }
        if (query.from() == Source.MODULES) {
            return new Page(Rows.of(query, Stream.empty()), Optional.empty());
        }
        Continuation from = Continuation.of(query, page.continuation());
        long left = query.top().orElse(Integer.MAX_VALUE) - from.rows();
        int most = (int) Math.min(page.most(), left);
        if (most <= 0) {
            return new Page(List.of(), Optional.empty());
        }
        Taken taken = store.read(records ->
                query.isGrouped() ? groups(records, query, from, most + 1) : devices(records, query, from, most + 1));
        return page(taken, from, most, left > most);
    }

    /// The devices a condition is true for, as it stands now.
    public List<DeviceId> devices(Expression condition) {
        var query =
                new Query(OptionalInt.empty(), List.of(), Source.DEVICES, Optional.of(condition), List.of(), List.of());
        return store.read(records -> records.queries().find(query, 0, Integer.MAX_VALUE).stream()
                .map(Found::device)
                .toList());
    }

    /// Rows, one more than wanted if there is one more, and where each stands.
    private record Taken(List<ObjectNode> rows, List<Long> positions) {}

    private static Page page(Taken taken, Continuation from, int most, boolean mayGoOn) {
        List<ObjectNode> rows = taken.rows().stream().limit(most).toList();
        Optional<String> next = taken.rows().size() > most && mayGoOn
                ? Optional.of(from.after(taken.positions().get(most - 1), most).text())
                : Optional.empty();
        return new Page(rows, next);
    }

    private static Taken groups(Records records, Query query, Continuation from, int most) {
        List<ObjectNode> rows = records.queries().groups(query, from.position(), most);
        List<Long> positions = new ArrayList<>();
        rows.forEach(row -> positions.add(from.position() + positions.size() + 1));
        return new Taken(rows, positions);
    }

    private static Taken devices(Records records, Query query, Continuation from, int most) {
        List<Found> found = records.queries().find(query, from.position(), most);
        return new Taken(
                found.stream()
                        .map(each -> Rows.row(query, document(records, each)))
                        .toList(),
                found.stream().map(Found::position).toList());
    }

    private static ObjectNode document(Records records, Found found) {
        return TwinDocument.of(
                records.devices().find(found.device()).orElseThrow(),
                records.twins().find(found.device()).orElseGet(StoredTwin::fresh),
                found.connected());
    }
}
