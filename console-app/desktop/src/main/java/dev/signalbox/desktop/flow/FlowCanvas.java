// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/// Where a flow is drawn. Shows what the view-model holds; gestures ask it for changes.
final class FlowCanvas extends Pane {
    private final FlowsViewModel model;
    private final Pane world = new Pane();
    private final Pane wires = new Pane();
    private final Pane cards = new Pane();
    private final Pane figures = new Pane();
    private final NoteLayer notes;
    private final Placing placing;
    private final Viewport viewport;
    private final Dots dots;
    private final Map<String, StepCard> steps = new HashMap<>();
    private final Map<Wire, WireLine> lines = new HashMap<>();
    private Optional<Point2D> pointer = Optional.empty();
    private Subscription looking = Subscription.EMPTY;

    FlowCanvas(FlowsViewModel model) {
        this.model = model;
        setId("canvas");
        getStyleClass().add("flow-canvas");
        setFocusTraversable(true);
        wires.setPickOnBounds(false);
        cards.setPickOnBounds(false);
        world.setPickOnBounds(false);
        figures.setMouseTransparent(true);
        notes = new NoteLayer(by -> model.current().get().ifPresent(open -> preview(open, by)), this::requestFocus);
        placing = new Placing(model, this, world);
        world.getChildren().addAll(notes, wires, cards, figures);
        viewport = new Viewport(this, world);
        dots = new Dots(viewport);
        getChildren().addAll(dots, world);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointer = Optional.of(new Point2D(e.getSceneX(), e.getSceneY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> pointer = Optional.empty());
        new Lasso(this, world, this::lassoed);
        new SelectionKeys(model, this);
        model.current().subscribe(this::follow);
        model.moved().subscribe(ignored -> tell());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        dots.cover(getWidth(), getHeight());
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        cards.getChildren().clear();
        wires.getChildren().clear();
        figures.getChildren().clear();
        notes.clear();
        steps.clear();
        lines.clear();
        looking = open.map(flow -> Subscription.combine(
                        flow.flow().subscribe(now -> draw(flow, now)),
                        flow.selection().subscribe(s -> light())))
                .orElse(Subscription.EMPTY);
    }

    private void draw(FlowViewModel open, Flow flow) {
        steps.keySet()
                .removeIf(name -> flow.steps().stream().noneMatch(s -> s.name().equals(name)));
        lines.keySet().retainAll(flow.wires());
        flow.steps()
                .forEach(step -> steps.computeIfAbsent(step.name(), name -> card(open, step))
                        .show(step));
        flow.wires().forEach(wire -> lines.computeIfAbsent(wire, w -> line(open, w)));
        cards.getChildren().retainAll(steps.values());
        wires.getChildren().retainAll(lines.values());
        figures.getChildren()
                .retainAll(lines.values().stream().map(WireLine::figures).toList());
        steps.values().stream().filter(c -> c.getParent() == null).forEach(cards.getChildren()::add);
        lines.values().stream().filter(l -> l.getParent() == null).forEach(line -> {
            wires.getChildren().add(line);
            figures.getChildren().add(line.figures());
        });
        notes.draw(open, flow);
        route();
        tell();
    }

    private StepCard card(FlowViewModel open, Step step) {
        var card = new StepCard(step);
        new CardDrag(open, card, new StepItem(open, step.name()), by -> preview(open, by));
        new WireDrag(open, card, wires);
        return card;
    }

    private WireLine line(FlowViewModel open, Wire wire) {
        var line = new WireLine(wire.condition(), viewport.zoom());
        line.setId("wire-" + wire.from() + "-" + wire.to());
        line.figures().setId("figures-" + wire.from() + "-" + wire.to());
        line.setOnMousePressed(event -> {
            open.personSelects(wire);
            requestFocus();
            event.consume();
        });
        return line;
    }

    /// The card of a step that is drawn.
    Optional<Node> card(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /// Shows what is selected where it would be.
    private void preview(FlowViewModel open, Point2D wished) {
        Flow flow = open.flow().get();
        Selection moved = open.selection().get();
        Point2D by = FlowEdits.reach(flow, moved, wished);
        FlowEdits.shift(flow, moved, by).steps().stream()
                .filter(step -> moved.steps().contains(step.name()))
                .forEach(step -> Objects.requireNonNull(steps.get(step.name())).show(step));
        notes.preview(moved.notes(), by);
        route();
    }

    /// Lays each wire between its cards, wherever they are just now.
    private void route() {
        lines.forEach((wire, line) -> {
            StepCard from = steps.get(wire.from());
            StepCard to = steps.get(wire.to());
            if (from != null && to != null) {
                line.between(from.step(), to.step());
            }
        });
    }

    private void light() {
        model.current().get().ifPresent(open -> {
            Selection selection = open.selection().get();
            steps.forEach((name, card) -> card.show(
                    model.services()
                            .exact(card.step().service(), card.step().version())
                            .map(Object::toString)
                            .orElse("?"),
                    selection.steps().contains(name)));
            lines.forEach((wire, line) ->
                    line.show(selection.wire().filter(wire::equals).isPresent()));
            notes.light(selection);
        });
    }

    /// Shows how all fare and how busy they are just now.
    private void tell() {
        light();
        Live live = model.live();
        steps.forEach((name, card) -> card.show(live.fare(name), live.figures(name)));
        lines.forEach((wire, line) -> line.show(live.figures(wire.from(), wire.to())));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getTarget() == this && !event.isShiftDown()) {
            model.current().get().ifPresent(FlowViewModel::personSelectsNothing);
        }
    }

    private void keyed(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.current().get().ifPresent(FlowViewModel::personDeletesSelected);
        }
    }

    /// Adds a note, to be written at once.
    void addNote() {
        placing.addNote(notes::write);
    }

    /// Has the note that is selected alone written anew.
    void writeNote() {
        model.current()
                .get()
                .ifPresent(open -> open.selection().get().note().ifPresent(note -> notes.write(open, note)));
    }

    Placing placing() {
        return placing;
    }

    /// Where the pointer is, in the canvas's own pixels; empty when it is elsewhere, or on a step.
    Optional<Point2D> pointer() {
        return pointer.map(world::sceneToLocal)
                .filter(at -> drawn().stream().noneMatch(step -> Geometry.meets(step, at.getX(), at.getY())));
    }

    private List<Step> drawn() {
        return model.current().get().map(open -> open.flow().get().steps()).orElse(List.of());
    }

    private void lassoed(Bounds box, boolean more) {
        List<String> names = drawn().stream()
                .filter(s -> box.intersects(s.x(), s.y(), Geometry.STEP_WIDTH, Geometry.STEP_HEIGHT))
                .map(Step::name)
                .toList();
        Selection met = Selection.of(names, notes.met(box));
        model.current()
                .get()
                .ifPresent(
                        open -> open.personSelects(more ? open.selection().get().and(met) : met));
    }

    Viewport viewport() {
        return viewport;
    }
}
