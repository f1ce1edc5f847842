// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.desktop.kit.TextSize;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/// What can be written at the caret, under it. Opens while one types and on Ctrl+Space; Enter or Tab takes what is
/// marked, Escape closes.
final class CompletionList {
    private static final int MOST_SHOWN = 8;
    private static final double ROW = 26;

    private final QueryField field;
    private final QueryViewModel model;
    private final ListView<Completion> list = new ListView<>();
    private final Popup popup = new Popup();
    private final Runnable enter;

    private CompletionList(QueryField field, QueryViewModel model, Runnable enter) {
        this.field = field;
        this.model = model;
        this.enter = enter;
    }

    /// @param around holds the field: the field's own handling of keys comes after ours there
    /// @param enter what Enter does when nothing is offered
    static void join(QueryField field, Node around, QueryViewModel model, Runnable enter) {
        new CompletionList(field, model, enter).build(around);
    }

    private void build(Node around) {
        list.setId("query-completions");
        list.setAccessibleText("What can be written");
        list.getStyleClass().add("query-completions");
        list.fixedCellSizeProperty().bind(TextSize.px(ROW));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(click -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        around.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        around.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
            open(true);
            key.consume();
        } else if (popup.isShowing()) {
            switch (key.getCode()) {
                case UP -> mark(key, -1);
                case DOWN -> mark(key, 1);
                case ENTER, TAB -> {
                    take();
                    key.consume();
                }
                case ESCAPE -> {
                    popup.hide();
                    key.consume();
                }
                case LEFT, RIGHT, HOME, END -> popup.hide();
                default -> {}
            }
        } else if (key.getCode() == KeyCode.ENTER) {
            enter.run();
            key.consume();
        } else if (key.getCode() == KeyCode.TAB) {
            field.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        }
    }

    /// After the field has taken the character.
    private void typed(KeyEvent key) {
        boolean isControl = key.isControlDown() || key.isAltDown() || key.isMetaDown();
        if (key.getCharacter().isBlank() && isControl) {
            key.consume();
        } else if (!isControl) {
            model.afterKey(() -> open(false));
        }
    }

    private void mark(KeyEvent key, int by) {
        int next = Math.floorMod(
                list.getSelectionModel().getSelectedIndex() + by,
                list.getItems().size());
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_SHOWN + 1));
        key.consume();
    }

    private void take() {
        Completion chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null && chosen.to() <= field.getLength()) {
            field.replaceText(chosen.from(), chosen.to(), chosen.insert());
            field.requestFocus();
        }
    }

    /// @param asked for by the person; otherwise only if a word was begun
    private void open(boolean asked) {
        List<Completion> found = field.isFocused() ? model.completions(field.getCaretPosition()) : List.of();
        if (found.isEmpty()
                || (!asked && found.getFirst().from() == found.getFirst().to())) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.min(MOST_SHOWN, found.size()) * TextSize.of(ROW) + 2);
        if (!popup.isShowing()) {
            Bounds box = field.localToScreen(field.getLayoutBounds());
            double x = field.getCaretBounds().map(Bounds::getMinX).orElse(box.getMinX());
            popup.show(field, x, box.getMaxY() + 4);
        }
    }

    private static final class Cell extends ListCell<Completion> {
        @Override
        protected void updateItem(Completion one, boolean empty) {
            super.updateItem(one, empty);
            setText(null);
            setGraphic(null);
            if (!empty && one != null) {
                var label = new Label(one.label());
                label.getStyleClass().add("mono");
                var gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                var kind = new Label(one.kind());
                kind.getStyleClass().addAll("subtle", "tiny-words");
                kind.setMinWidth(USE_PREF_SIZE);
                var row = new HBox(label, gap, kind);
                label.setMinWidth(0);
                row.getStyleClass().add("query-completion");
                setGraphic(row);
            }
        }
    }
}
