// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.query.Queries;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One line for a condition or a query: coloured, completed, underlined where it is wrong, with the number of devices
/// that match and the queries that are kept. Takes as much width as it is given. Used on the FX thread only.
public final class QueryBox extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final QueryViewModel model;
    private final QueryField field;
    private Runnable enter = () -> {};
    private final HBox box = new HBox();
    private final Label count = new Label();
    private final Label complaint = new Label();

    /// @param scope what may be written
    public QueryBox(Queries queries, OnFx fx, QueryScope scope) {
        model = new QueryViewModel(queries, fx, scope);
        field = new QueryField(
                model,
                scope != QueryScope.EITHER
                        ? "All devices, or a condition such as tags.site = 'north'"
                        : "A condition such as tags.site = 'north', or SELECT … FROM devices …");
        field.setId("query-field");
        field.setAccessibleText("Query");
        HBox.setHgrow(field, Priority.ALWAYS);
        CompletionList.join(field, box, model, () -> enter.run());
        build();
        model.fault().subscribe(this::complain);
        model.count().subscribe(this::counted);
        model.problem().subscribe(what -> what.ifPresent(problem -> complaint.setText(problem.toString())));
    }

    private void build() {
        getStyleClass().add("query-box");
        count.setId("query-count");
        count.getStyleClass().add("query-count");
        count.setMinWidth(USE_PREF_SIZE);
        box.getStyleClass().addAll("field-box", "query-line");
        box.getChildren().addAll(Icons.SEARCH.node("icon-small"), field, count);
        box.focusWithinProperty().subscribe(focused -> box.pseudoClassStateChanged(ACTIVE, focused));
        HBox.setHgrow(box, Priority.ALWAYS);
        var row = new HBox(box, new SavedMenu(model, () -> enter.run()));
        row.getStyleClass().add("row");
        complaint.setId("query-complaint");
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        getChildren().addAll(row, complaint);
    }

    private void complain(Optional<QueryFault> fault) {
        complaint.setText(fault.map(QueryFault::words).orElse(""));
        box.pseudoClassStateChanged(BAD, fault.isPresent());
    }

    private void counted(Count now) {
        count.setText(now.words());
        count.pseudoClassStateChanged(
                BAD, now.stage() == Count.Stage.FAILED || now.devices().orElse(1) == 0);
    }

    /// What is written; set it to write something else.
    public StringProperty text() {
        return model.text();
    }

    /// What is wrong with the text, a moment after the last key; `check()` makes it sure.
    public ReadOnlyObjectProperty<Optional<QueryFault>> fault() {
        return model.fault();
    }

    /// How many devices match.
    public ReadOnlyObjectProperty<Count> count() {
        return model.count();
    }

    /// What Enter does, and choosing a kept query.
    public void onEnter(Runnable action) {
        enter = action;
    }

    /// Whether the text is right, now.
    public boolean check() {
        model.check();
        return model.fault().get().isEmpty();
    }

    /// Asks the hub for the fleet's paths, the kept queries and the count again; call it when the box comes into sight
    /// and when devices changed.
    public void look() {
        model.look();
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }
}
