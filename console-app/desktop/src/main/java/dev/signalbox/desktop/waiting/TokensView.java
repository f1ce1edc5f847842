// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.PageBar;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The tokens at the left; beside them the one that is looked at, or the one that is to be made.
final class TokensView extends StackPane {
    private static final String MEANING =
            "With a provisioning token a new device finds this hub, knows it for the right one, and may ask to be let"
                    + " in.";

    private final TokensViewModel model;
    private final NewTokenViewModel making;

    TokensView(TokensViewModel model, NewTokenViewModel making) {
        this.model = model;
        this.making = making;
        TableView<TokenRow> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var list = new VBox(new PageBar("Provisioning tokens", makes("new-token")), table);
        HBox.setHgrow(list, Priority.ALWAYS);
        var empty = Bindings.isEmpty(model.all()).and(Bindings.not(making.isOpen()));
        getChildren()
                .add(new Frame(
                        new HBox(list, beside()), none(), empty, model.asking().problem()));
        making.made()
                .subscribe(made -> made.ifPresent(token -> {
                    new GivenCard(token).show(Ask.windowOf(this));
                    making.personTookIt();
                }));
    }

    private TableView<TokenRow> table() {
        var table = new TableView<>(model.all());
        table.setId("token-table");
        table.setAccessibleText("Tokens");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(
                new EmptyState(Icons.SECRET, "No token yet", "The one you make at the right will be here."));
        Columns.add(table, "Token", 200, TokenRow::name, Columns::words);
        Columns.add(table, "State", 80, row -> row, TokensView::state);
        Columns.add(table, "For", 160, TokenRow::limits, Columns::words);
        Columns.add(table, "Without a person", 110, TokenRow::preApprovedWords, TokensView::preApproved);
        Columns.add(table, "Came in", 64, TokenRow::uses, Columns::quiet);
        Columns.add(table, "Ends", 150, TokenRow::ends, Columns::quiet);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.personChose(row.id());
            }
        });
        model.selected().subscribe(row -> mark(table, row));
        return table;
    }

    private static void mark(TableView<TokenRow> table, Optional<TokenRow> row) {
        row.ifPresentOrElse(
                one -> table.getSelectionModel().select(one),
                () -> table.getSelectionModel().clearSelection());
    }

    private static void state(TableCell<TokenRow, TokenRow> cell, TokenRow row) {
        cell.setGraphic(chip(row));
    }

    static Chip chip(TokenRow row) {
        return new Chip(row.state().words(), row.state().tone());
    }

    private static void preApproved(TableCell<TokenRow, String> cell, String words) {
        if (!words.isEmpty()) {
            cell.setGraphic(new Chip(words, Chip.Tone.WARNING));
        }
    }

    /// What does not show is not there, so that the keys do not lead to it.
    private Node beside() {
        var none = new EmptyState(
                Icons.SECRET, "Nothing chosen", MEANING + " Choose one at the left to look at it or revoke it.");
        var pane = new TokenPane(model);
        var form = new NewTokenPane(making);
        var side = new StackPane();
        side.getStyleClass().add("token-side");
        Runnable show = () -> side.getChildren()
                .setAll(making.isOpen().get() ? form : model.selected().get().isPresent() ? pane : none);
        making.isOpen().subscribe(show);
        model.selected().subscribe(show);
        show.run();
        return side;
    }

    private Node none() {
        var unread = new EmptyState(Icons.SECRET, "Tokens are not read yet", MEANING);
        unread.visibleProperty().bind(Bindings.not(model.isRead()));
        var empty = new EmptyState(
                Icons.SECRET,
                "No provisioning token",
                MEANING + " A person then lets it in.",
                makes("new-first-token"));
        empty.visibleProperty().bind(model.isRead());
        return new StackPane(unread, empty);
    }

    private Button makes(String id) {
        Button make = Buttons.plain(Icons.ADD, "New token", making::personBegins);
        make.setId(id);
        return make;
    }
}
