// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Note;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// A note on the canvas, as high as its words need, and the field in which it is written.
final class NoteCard extends StackPane implements CardDrag.Item {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("chosen");

    private static final int CHARACTERS_A_ROW = 28;

    private final Note note;
    private final Label words = new Label();
    private final StackPane room = new StackPane();

    NoteCard(Note note) {
        this.note = note;
        getStyleClass().add("note-card");
        setId("note-%.0f-%.0f".formatted(note.x(), note.y()));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Note: " + note.text());
        setMinWidth(Geometry.NOTE_WIDTH);
        setMaxWidth(Geometry.NOTE_WIDTH);
        setPrefWidth(Geometry.NOTE_WIDTH);
        words.setText(note.text());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        room.getStyleClass().add("note-room");
        room.getChildren().add(words);
        room.addEventHandler(KeyEvent.KEY_PRESSED, this::keepToItself);
        room.addEventHandler(MouseEvent.ANY, this::keepToItself);
        getChildren().add(room);
        relocate(note.x(), note.y());
    }

    Note note() {
        return note;
    }

    void show(boolean chosen) {
        pseudoClassStateChanged(SELECTED, chosen);
    }

    /// Has it written anew, from the words it has. Ctrl+Enter or a click elsewhere keeps what is typed, Escape does
    /// not.
    ///
    /// @param keep told once what it says then
    /// @param leave takes the keys when one of them ended the writing
    void write(Consumer<String> keep, Runnable leave) {
        if (!room.getChildren().contains(words)) {
            return;
        }
        TextArea area = area();
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean escape = event.getCode() == KeyCode.ESCAPE;
            if (escape || (event.getCode() == KeyCode.ENTER && event.isShortcutDown())) {
                end(area, escape ? note.text() : area.getText(), keep);
                leave.run();
                event.consume();
            }
        });
        room.getChildren().setAll(area);
        area.requestFocus();
        area.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                end(area, area.getText(), keep);
            }
        });
    }

    /// The canvas hears nothing of what is done in the field.
    private void keepToItself(Event event) {
        if (!room.getChildren().contains(words)) {
            event.consume();
        }
    }

    private TextArea area() {
        var area = new TextArea(note.text());
        area.setId("note-text");
        area.setAccessibleText("What the note says");
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(note.text().length() / CHARACTERS_A_ROW + 3, 5, 12));
        area.selectAll();
        area.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > Note.LONGEST ? null : change));
        return area;
    }

    private void end(TextArea area, String text, Consumer<String> keep) {
        if (room.getChildren().contains(area)) {
            room.getChildren().setAll(words);
            keep.accept(text.strip());
        }
    }

    @Override
    public Selection alone() {
        return Selection.of(note);
    }

    @Override
    public boolean isIn(Selection selection) {
        return selection.notes().contains(note);
    }

    @Override
    public Selection turned(Selection selection) {
        return selection.turned(note);
    }

    @Override
    public Point2D place() {
        return new Point2D(note.x(), note.y());
    }
}
