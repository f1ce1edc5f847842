// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.rows;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.query.Queries;
import dev.signalbox.workbench.query.Row;
import dev.signalbox.workbench.query.RowPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// Writes all rows of a query into a file, page by page from the hub, up to a hundred thousand.
final class RowsFile {
    private static final int MOST = 100_000;

    private RowsFile() {}

    /// Returns how many rows were written. A name that ends in `.csv` makes it CSV, any other JSON.
    static int write(Queries queries, String query, Path file) {
        List<Row> rows = new ArrayList<>();
        String continuation = "";
        do {
            RowPage page = queries.rows(query, continuation);
            rows.addAll(page.rows());
            continuation = page.continuation();
        } while (!continuation.isEmpty() && rows.size() < MOST);
        try {
            Files.writeString(file, file.toString().endsWith(".csv") ? csv(rows) : json(rows), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new ProblemException(
                    new Problem(
                            "query.file-not-written",
                            "The rows could not be written to " + file + ": "
                                    + unwritable.getClass().getSimpleName() + ".",
                            "Choose another place."),
                    unwritable);
        }
        return rows.size();
    }

    static String json(List<Row> rows) {
        return rows.stream().map(Row::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /// A line for each row under the names of all paths. What a spreadsheet would take for a formula gets an apostrophe
    /// before it, because devices report what they like.
    static String csv(List<Row> rows) {
        SequencedSet<String> paths = paths(rows);
        var text = new StringBuilder();
        line(text, List.copyOf(paths));
        for (Row row : rows) {
            line(
                    text,
                    paths.stream()
                            .map(path -> row.cells().getOrDefault(path, ""))
                            .toList());
        }
        return text.toString();
    }

    /// All paths of all rows, in the order in which they come.
    static SequencedSet<String> paths(List<Row> rows) {
        SequencedSet<String> paths = new LinkedHashSet<>();
        rows.forEach(row -> paths.addAll(row.cells().keySet()));
        return paths;
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(RowsFile::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        boolean isFormula = cell.matches("(?s)[=+@\\t\\r].*") || cell.matches("(?s)-(?![0-9.]+([eE][+-]?[0-9]+)?$).*");
        String safe = isFormula ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
