// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.workbench.editing.Completion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListView;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;

/// The list of what could be written, under the caret or above it where there is more room.
final class CompletionPopup {
    private static final int MOST_SHOWN = 10;
    private static final double ROW = 24;
    private static final double EDGES = 10;
    private static final double GAP = 2;

    private final CodeArea area;
    private final ListView<Completion> list = new ListView<>();
    private final Popup popup = new Popup();

    CompletionPopup(CodeArea area, Consumer<Completion> taken) {
        this.area = area;
        list.setId("code-completions");
        list.getStyleClass().add("completions");
        list.fixedCellSizeProperty().bind(TextSize.px(ROW));
        list.setFocusTraversable(false);
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText("What could be written here");
        list.setCellFactory(view -> new CompletionCell());
        list.setOnMouseClicked(click -> marked().ifPresent(taken));
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    /// The first is marked; nothing to show hides it.
    void show(List<Completion> rows) {
        if (rows.isEmpty()) {
            popup.hide();
            return;
        }
        list.setPrefHeight(height(rows.size()));
        // before it has rows: what is not shown has no theme, and rows ask for its colours
        if (!popup.isShowing()) {
            list.getItems().clear();
            area.getCaretBounds().ifPresent(caret -> popup.show(area, caret.getMinX(), place(caret, rows.size())));
        }
        list.getItems().setAll(rows);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private static double height(int rows) {
        return Math.min(MOST_SHOWN, rows) * TextSize.of(ROW) + EDGES;
    }

    private double place(Bounds caret, int rows) {
        Bounds room = area.localToScreen(area.getLayoutBounds());
        double below = caret.getMaxY() + GAP;
        boolean fits = room == null || below + height(rows) <= room.getMaxY();
        double above = caret.getMinY() - GAP - height(rows);
        return fits || above < room.getMinY() ? below : above;
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    Optional<Completion> marked() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    boolean isFirstMarked() {
        return list.getSelectionModel().getSelectedIndex() == 0;
    }

    /// One row on goes round at the ends; a page does not.
    void mark(int by) {
        int last = list.getItems().size() - 1;
        int wanted = list.getSelectionModel().getSelectedIndex() + by;
        int next = Math.abs(by) == 1 ? Math.floorMod(wanted, last + 1) : Math.clamp(wanted, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_SHOWN + 1));
    }

    void markPage(int direction) {
        mark(direction * (MOST_SHOWN - 1));
    }
}
