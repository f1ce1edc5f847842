// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.rows;

import dev.signalbox.desktop.kit.KeyNote;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.query.QueryBox;
import dev.signalbox.desktop.query.QueryScope;
import dev.signalbox.workbench.query.Queries;
import java.util.List;
import javafx.scene.Node;

/// The Query page: a query, and its rows as a table or as JSON.
public final class QueryPage implements Page {
    private final Lazy<RowsPane> view;

    public QueryPage(Queries queries, OnFx fx, Navigator navigator) {
        view = new Lazy<>(() ->
                new RowsPane(new RowsViewModel(queries, fx), new QueryBox(queries, fx, QueryScope.EITHER), navigator));
    }

    @Override
    public Place place() {
        return Place.QUERY;
    }

    @Override
    public List<KeyNote> keys() {
        return List.of(new KeyNote("Ctrl+Space", "Offer what can be written"), new KeyNote("Enter", "Run"));
    }

    @Override
    public Node view() {
        return view.get();
    }

    @Override
    public void shown() {
        view.get().ask();
    }

    /// @param argument a condition or query to run
    @Override
    public void open(String argument) {
        view.get().ask(argument);
    }
}
