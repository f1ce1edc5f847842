// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows under headings, columns as wide as they need to be.
public final class Table {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /// @param cells whoever wrote them: none steers the terminal or begins a row
    public void row(String... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> Harmless.of(cell).replace('\n', ' '))
                .toList());
    }

    public void print(PrintWriter to) {
        to.println(Colour.BOLD.paint(line(headings)));
        rows.forEach(row -> to.println(line(row)));
        to.flush();
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i)).repeat(" ", width(i) - cells.get(i).length() + 2);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(headings.get(column).length(), Math::max);
    }
}
