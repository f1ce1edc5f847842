// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Menus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What can be done with a step, a wire, a note or the empty canvas: under the right mouse button, and with the menu
/// key
/// or Shift+F10 for what is selected. It opens when the button is released, because a drag with it moves the sheet.
final class CanvasMenus {
    private final FlowsViewModel model;
    private final FlowCanvas canvas;
    private final CanvasActions actions;
    private final Debugging debugging;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenus(FlowsViewModel model, FlowCanvas canvas, CanvasActions actions, Debugging debugging) {
        this.model = model;
        this.canvas = canvas;
        this.actions = actions;
        this.debugging = debugging;
        menu.setId("canvas-menu");
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY && event.isStillSincePress()) {
            model.current().get().ifPresent(open -> {
                canvas.requestFocus();
                Selection over = over(event.getTarget());
                select(open, over);
                show(items(open, over, canvas.pointer()), event.getScreenX(), event.getScreenY());
            });
            event.consume();
        }
    }

    private static Selection over(EventTarget hit) {
        Node at = hit instanceof Node node ? node : null;
        while (at != null && !(at instanceof Drawn)) {
            at = at.getParent();
        }
        return at instanceof Drawn drawn ? drawn.alone() : Selection.NOTHING;
    }

    private static void select(FlowViewModel open, Selection over) {
        if (over.equals(Selection.NOTHING) || !open.selection().get().has(over)) {
            open.personSelects(over);
        }
    }

    private void keyed(KeyEvent event) {
        boolean asked =
                event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown());
        if (asked) {
            model.current().get().ifPresent(open -> {
                Selection now = open.selection().get();
                Point2D at = middle(now);
                show(items(open, now, Optional.empty()), at.getX(), at.getY());
            });
            event.consume();
        }
    }

    /// On the screen, and where the canvas is seen.
    private Point2D middle(Selection of) {
        Bounds seen = canvas.localToScreen(canvas.getLayoutBounds());
        Bounds its = canvas.drawn(of)
                .map(node -> node.localToScreen(node.getLayoutBounds()))
                .orElse(seen);
        return new Point2D(
                Math.clamp(its.getCenterX(), seen.getMinX(), seen.getMaxX()),
                Math.clamp(its.getCenterY(), seen.getMinY(), seen.getMaxY()));
    }

    private void show(List<MenuItem> items, double screenX, double screenY) {
        menu.getItems().setAll(items);
        menu.show(canvas, screenX, screenY);
    }

    private List<MenuItem> items(FlowViewModel open, Selection over, Optional<Point2D> at) {
        if (over.wire().isPresent()) {
            return wire();
        } else if (!over.steps().isEmpty()) {
            return step(open.selection().get().step().isPresent());
        }
        return over.notes().isEmpty()
                ? empty(at)
                : note(open.selection().get().note().isPresent());
    }

    private List<MenuItem> step(boolean alone) {
        return and(
                List.of(
                        Menus.item("Rename", "F2", !alone, actions::rename),
                        Menus.item("Wire to…", "W", !alone, actions::wire),
                        Menus.item("Duplicate", "Shortcut+D", false, actions::duplicate),
                        Menus.item("Delete", false, actions::delete),
                        new SeparatorMenuItem()),
                debugging.steps().items());
    }

    private List<MenuItem> wire() {
        return and(
                debugging.wires().items(),
                List.of(new SeparatorMenuItem(), Menus.item("Delete", false, actions::delete)));
    }

    private List<MenuItem> note(boolean alone) {
        return List.of(
                Menus.item("Write", "F2", !alone, actions::writeNote),
                Menus.item("Duplicate", "Shortcut+D", false, actions::duplicate),
                Menus.item("Delete", false, actions::delete));
    }

    private List<MenuItem> empty(Optional<Point2D> at) {
        return List.of(
                Menus.item("Add a note", "N", false, () -> actions.addNote(at)),
                Menus.item("Paste", "Shortcut+V", false, () -> actions.paste(at)),
                Menus.item("Select all", "Shortcut+A", false, actions::selectAll));
    }

    private static List<MenuItem> and(List<MenuItem> first, List<MenuItem> more) {
        var all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }
}
