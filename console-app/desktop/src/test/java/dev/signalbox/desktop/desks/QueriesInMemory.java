// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.query.SavedQuery;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.query.IdPage;
import dev.signalbox.workbench.query.Queries;
import dev.signalbox.workbench.query.Row;
import dev.signalbox.workbench.query.RowPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/// Queries over a fleet that lives in this object. Counts as many devices as it is told.
public final class QueriesInMemory implements Queries {
    private final Map<String, SavedQuery> saved = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Row> rows = new ArrayList<>();
    private volatile long matching = 12;
    private volatile boolean down;

    public QueriesInMemory() {
        for (int i = 0; i < 130; i++) {
            var cells = new LinkedHashMap<String, String>();
            cells.put("deviceId", "press-" + (1000 + i));
            cells.put("connectionState", i % 7 == 0 ? "Disconnected" : "Connected");
            cells.put("tags.site", i % 2 == 0 ? "north" : "south");
            cells.put("properties.reported.speed", Integer.toString(100 + i));
            cells.put("properties.reported.firmware.build-of-the-night.identifier", "2026.11.21-" + i);
            rows.add(new Row(cells, "{\n  \"deviceId\" : \"press-" + (1000 + i) + "\"\n}"));
        }
    }

    public void matches(long devices) {
        matching = devices;
    }

    public void isDown(boolean now) {
        down = now;
    }

    @Override
    public RowPage rows(String text, String continuation) {
        answers();
        int from = continuation.isEmpty() ? 0 : Integer.parseInt(continuation);
        int to = Math.min(rows.size(), from + 100);
        return new RowPage(rows.subList(from, to), to < rows.size() ? Integer.toString(to) : "");
    }

    /// As many as match, 1,000 a page, each with a name like `press-1000`.
    @Override
    public IdPage ids(String condition, String continuation) {
        answers();
        int from = continuation.isEmpty() ? 0 : Integer.parseInt(continuation);
        int to = (int) Math.min(matching, from + 1000L);
        var ids = IntStream.range(from, to).mapToObj(i -> "press-" + (1000 + i)).toList();
        return new IdPage(ids, to < matching ? Integer.toString(to) : "");
    }

    @Override
    public OptionalLong count(String text) {
        answers();
        return OptionalLong.of(matching);
    }

    @Override
    public Map<String, List<String>> paths() {
        answers();
        return new TreeMap<>(Map.of(
                "deviceId", List.of("'press-0417'", "'press-0418'"),
                "tags.site", List.of("'north'", "'south'"),
                "tags.role", List.of("'press'"),
                "properties.reported.speed", List.of("100", "120"),
                "properties.reported.signalKind", List.of("'x'")));
    }

    @Override
    public List<SavedQuery> saved() {
        answers();
        return List.copyOf(saved.values());
    }

    @Override
    public void save(SavedQuery query) {
        answers();
        saved.put(query.name(), query);
    }

    @Override
    public void delete(String name) {
        answers();
        saved.remove(name);
    }

    private void answers() {
        if (down) {
            throw new ProblemException(new Problem("link.unreachable", "The hub cannot be reached.", "Start it."));
        }
    }
}
