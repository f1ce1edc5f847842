// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.operator.audit.AuditEntry;
import dev.signalbox.operator.audit.AuditOutcome;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What operators did, newest first.
final class AuditView extends StackPane {
    private final AuditViewModel model;

    AuditView(AuditViewModel model) {
        this.model = model;
        var table = new TableView<>(model.all());
        table.setId("audit-table");
        table.setAccessibleText("What operators did");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(
                new EmptyState(Icons.SEARCH, "Nothing like that", "Nobody did anything that fits what you look for."));
        Columns.add(table, "When", 158, entry -> OperatorRow.time(entry.time()), Columns::quiet);
        Columns.add(table, "Who", 130, AuditEntry::operator, Columns::words);
        Columns.add(table, "What", 480, AuditView::what, Columns::words);
        Columns.add(table, "Outcome", 84, AuditEntry::outcome, AuditView::outcome);
        Columns.add(table, "From", 120, AuditEntry::from, Columns::mono);
        VBox.setVgrow(table, Priority.ALWAYS);
        var none = new EmptyState(
                Icons.OPERATORS, "Not read yet", "Whatever operators change is written down here before it is done.");
        var work = new VBox(bar(), table, older());
        getChildren()
                .add(new Frame(work, none, model.isRead().not(), model.asking().problem()));
    }

    private PageBar bar() {
        Button again = Buttons.plain(Icons.REFRESH, "Look again", model::look);
        again.setId("audit-again");
        return new PageBar(
                "Audit",
                field("audit-who", "Who", model.who()),
                field("audit-what", "What was done", model.what()),
                again);
    }

    private HBox field(String id, String prompt, StringProperty typed) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(typed);
        field.textProperty().subscribe((before, now) -> model.look());
        return Fields.withIcon(Icons.FILTER, field);
    }

    private HBox older() {
        Button more = Buttons.plain("Show older", model::personGoesBack);
        more.setId("audit-older");
        var row = Fields.row(more);
        row.getStyleClass().add("signatures");
        row.visibleProperty().bind(model.hasOlder());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static String what(AuditEntry entry) {
        return entry.times() == 1
                ? entry.deed()
                : entry.deed() + ", " + entry.times() + " times until " + OperatorRow.time(entry.last());
    }

    private static void outcome(TableCell<AuditEntry, AuditOutcome> cell, AuditOutcome outcome) {
        Chip.Tone tone = switch (outcome) {
            case DONE -> Chip.Tone.PLAIN;
            case REFUSED -> Chip.Tone.DANGER;
            case FAILED -> Chip.Tone.WARNING;
            case UNKNOWN -> Chip.Tone.OUTLINE;
        };
        cell.setGraphic(new Chip(outcome.name().toLowerCase(Locale.ROOT), tone));
    }
}
