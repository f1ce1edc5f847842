// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;

/// Where on the canvas something new goes.
final class Placing {
    private static final String NEW_NOTE = "Note";

    private final FlowsViewModel model;
    private final FlowCanvas canvas;
    private final Pane world;

    /// @param world what moves when the canvas is zoomed
    Placing(FlowsViewModel model, FlowCanvas canvas, Pane world) {
        this.model = model;
        this.canvas = canvas;
        this.world = world;
    }

    /// Adds a step where the pointer is, when that is on the canvas.
    void drop(String service, double sceneX, double sceneY) {
        Point2D here = canvas.sceneToLocal(sceneX, sceneY);
        if (canvas.getLayoutBounds().contains(here)) {
            canvas.requestFocus();
            Point2D at = world.sceneToLocal(sceneX, sceneY);
            model.personAdds(service, at.getX() - Geometry.STEP_WIDTH / 2, at.getY() - Geometry.STEP_HEIGHT / 2);
        }
    }

    /// Adds a step where there is room: right of the last one, in steps of a column.
    void add(String service) {
        canvas.requestFocus();
        int count = flow().map(flow -> flow.steps().size()).orElse(0);
        model.personAdds(service, 48 + 240 * (count % 3), 64 + 96 * Math.floorDiv(count, 3));
    }

    /// Adds a step in the middle of what is seen.
    void addInMiddle(String service) {
        freeMiddle(Geometry.STEP_WIDTH).ifPresent(at -> model.personAdds(service, at.getX(), at.getY()));
    }

    /// Adds a note there, else in the middle of what is seen, and has it written.
    void addNote(Optional<Point2D> wished, BiConsumer<FlowViewModel, Note> write) {
        Optional<Point2D> place = wished.map(at -> new Point2D(Geometry.snap(at.getX()), Geometry.snap(at.getY())))
                .or(() -> freeMiddle(Geometry.NOTE_WIDTH));
        model.current()
                .get()
                .ifPresent(open -> place.ifPresent(at -> {
                    var note = new Note(NEW_NOTE, at.getX(), at.getY());
                    open.personAdds(note);
                    write.accept(open, note);
                }));
    }

    private Optional<Point2D> freeMiddle(double width) {
        Point2D middle = world.sceneToLocal(canvas.localToScene(canvas.getWidth() / 2, canvas.getHeight() / 2));
        double x = Geometry.snap(middle.getX() - width / 2);
        double y = Geometry.snap(middle.getY() - Geometry.STEP_HEIGHT / 2);
        return flow().map(flow -> Copying.freePlace(flow, x, y));
    }

    private Optional<Flow> flow() {
        return model.current().get().map(open -> open.flow().get());
    }
}
