// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;

/// The notes of a flow, below its wires and steps.
final class NoteLayer extends Pane {
    private final Consumer<Point2D> preview;
    private final Runnable written;
    private final Map<Note, NoteCard> cards = new HashMap<>();

    /// @param preview shows what is selected as far from where it is
    /// @param written takes the keys back when a key ended the writing of a note
    NoteLayer(Consumer<Point2D> preview, Runnable written) {
        this.preview = preview;
        this.written = written;
        setPickOnBounds(false);
    }

    void clear() {
        getChildren().clear();
        cards.clear();
    }

    void draw(FlowViewModel open, Flow flow) {
        cards.keySet().retainAll(Set.copyOf(flow.notes()));
        for (Note note : flow.notes()) {
            NoteCard card = cards.computeIfAbsent(note, one -> card(open, one));
            card.relocate(note.x(), note.y());
        }
        Layers.hold(this, cards.values());
    }

    private NoteCard card(FlowViewModel open, Note note) {
        var card = new NoteCard(note);
        new CardDrag(open, card, card, preview);
        card.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                write(open, note);
            }
        });
        return card;
    }

    /// Has a note written anew.
    void write(FlowViewModel open, Note note) {
        Optional.ofNullable(cards.get(note))
                .ifPresent(card -> card.write(text -> open.personWrites(note, text), written));
    }

    void light(Selection selection) {
        cards.forEach((note, card) -> card.show(selection.notes().contains(note)));
    }

    /// Shows those where they would be.
    void preview(Set<Note> moved, Point2D by) {
        moved.forEach(note -> Optional.ofNullable(cards.get(note))
                .ifPresent(card -> card.relocate(note.x() + by.getX(), note.y() + by.getY())));
    }

    /// Those that are drawn in that box, at least in part.
    Set<Note> met(Bounds box) {
        return cards.values().stream()
                .filter(card -> box.intersects(card.getBoundsInParent()))
                .map(NoteCard::note)
                .collect(Collectors.toSet());
    }
}
