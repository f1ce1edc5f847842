// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;

/// Finds and replaces in the editor it lies over. Takes no room until Ctrl+F or Ctrl+H asks for it; Escape ends it.
public final class FindBar extends VBox {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REPLACE = new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);

    private final CodeArea area;
    private final Finder finder = new Finder();
    private final TextField words = field("find-words", "Find", finder.words());
    private final TextField replacement = field("find-replacement", "Replace with", finder.replacement());
    private final Label count = new Label();
    private final SimpleObjectProperty<List<Match>> found = new SimpleObjectProperty<>(List.of());
    private final HBox replacing;

    /// @param editor in which it finds; Ctrl+F and Ctrl+H count within it
    public FindBar(CodeEditor editor) {
        this.area = editor.area();
        getStyleClass().add("find-bar");
        setId("find-bar");
        count.setId("find-count");
        count.getStyleClass().add("find-count");
        replacing = row(replacement, replaceOne(), replaceAll());
        getChildren().addAll(finding(), replacing);
        managedProperty().bind(visibleProperty());
        replacing.managedProperty().bind(replacing.visibleProperty());
        setVisible(false);
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Keys.onEscape(this, this::close);
        words.addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
        Keys.onEnter(replacement, this::replace);
        area.multiPlainChanges().subscribe(ignored -> look());
        area.selectionProperty().addListener((all, before, now) -> tell());
        finder.matches().subscribe(ignored -> tell());
        finder.words().subscribe(ignored -> showFrom(area.getSelection().getStart()));
    }

    /// What is looked for, in the order of the text; nothing while nobody looks.
    public ReadOnlyObjectProperty<List<Match>> found() {
        return found;
    }

    private Node finding() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return row(
                words,
                toggle("find-case", "Aa", "Match case", finder.matchCase()),
                toggle("find-whole", "W", "Whole words", finder.wholeWords()),
                count,
                Buttons.quiet(Icons.UP, "The one before (Shift+F3)", this::previous),
                Buttons.quiet(Icons.DOWN, "The next one (F3)", this::next),
                gap,
                Buttons.quiet(Icons.CLOSE, "Close (Escape)", this::close));
    }

    private Button replaceOne() {
        Button button = Buttons.plain("Replace", this::replace);
        button.setId("replace-one");
        return button;
    }

    private Button replaceAll() {
        Button button = Buttons.plain("Replace all", this::replaceEach);
        button.setId("replace-all");
        return button;
    }

    private static HBox row(Node... content) {
        var row = new HBox(content);
        row.getStyleClass().add("find-row");
        return row;
    }

    private static TextField field(String id, String meaning, StringProperty text) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(meaning);
        field.setAccessibleText(meaning);
        field.getStyleClass().add("find-field");
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static ToggleButton toggle(String id, String sign, String meaning, BooleanProperty on) {
        var button = new ToggleButton(sign);
        button.setId(id);
        button.getStyleClass().add("find-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        button.selectedProperty().bindBidirectional(on);
        return button;
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            open(isVisible() && replacing.isVisible());
        } else if (REPLACE.match(event)) {
            open(area.isEditable());
        } else if (NEXT.match(event) && isVisible()) {
            next();
        } else if (PREVIOUS.match(event) && isVisible()) {
            previous();
        } else {
            return;
        }
        event.consume();
    }

    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            if (event.isShiftDown()) {
                previous();
            } else {
                next();
            }
            event.consume();
        }
    }

    /// With what is selected, if that is within a line.
    private void open(boolean toReplace) {
        String selected = area.getSelectedText();
        setVisible(true);
        replacing.setVisible(toReplace && area.isEditable());
        finder.look(area.getText());
        tell();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            finder.words().set(selected);
        }
        words.requestFocus();
        words.selectAll();
    }

    private void close() {
        setVisible(false);
        tell();
        area.requestFocus();
    }

    private void look() {
        if (isVisible()) {
            finder.look(area.getText());
        }
    }

    private void next() {
        showFrom(area.getSelection().getEnd());
    }

    private void showFrom(int place) {
        if (isVisible()) {
            finder.next(place).ifPresent(this::show);
        }
    }

    private void previous() {
        finder.previous(area.getSelection().getStart()).ifPresent(this::show);
    }

    private void show(Match match) {
        Hidden.revealAt(area, match.start());
        area.selectRange(match.start(), match.end());
        area.requestFollowCaret();
    }

    /// What is selected, if it is one of them; then goes on to the next.
    private void replace() {
        var selected = area.getSelection();
        if (area.isEditable() && finder.number(selected.getStart(), selected.getEnd()) > 0) {
            area.replaceText(
                    selected.getStart(), selected.getEnd(), finder.replacement().get());
        }
        next();
    }

    /// In one change, which one undo takes back.
    private void replaceEach() {
        if (area.isEditable()) {
            finder.replacedAll().ifPresent(all -> area.replaceText(all.start(), all.end(), all.now()));
        }
    }

    /// Called at each move of the caret, so it does nothing while nobody looks.
    private void tell() {
        found.set(isVisible() ? finder.matches().get() : List.of());
        if (isVisible()) {
            count();
        }
    }

    private void count() {
        int all = finder.matches().get().size();
        int number = finder.number(
                area.getSelection().getStart(), area.getSelection().getEnd());
        String of = all < Finder.MOST ? Integer.toString(all) : "more than " + Finder.MOST;
        count.setText(
                finder.words().get().isEmpty()
                        ? ""
                        : all == 0 ? "Nothing found" : number == 0 ? of + " found" : number + " of " + of);
    }
}
