// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/// Where a flow is drawn. Shows what the view-model holds; gestures ask it for changes.
final class FlowCanvas extends Pane {
    private final FlowsViewModel model;
    private final Pane world = new Pane();
    private final Pane cards = new Pane();
    private final WireLayer wires;
    private final NoteLayer notes;
    private final Placing placing;
    private final Viewport viewport;
    private final Dots dots;
    private final Map<String, StepCard> steps = new HashMap<>();
    /// As of the last beat: what is chosen changes more often than that, and to ask it goes through all nodes.
    private Live live;
    private Optional<Point2D> pointer = Optional.empty();
    private Subscription looking = Subscription.EMPTY;

    FlowCanvas(FlowsViewModel model) {
        this.model = model;
        live = model.live();
        setId("canvas");
        getStyleClass().add("flow-canvas");
        setFocusTraversable(true);
        cards.setPickOnBounds(false);
        world.setPickOnBounds(false);
        viewport = new Viewport(this, world);
        wires = new WireLayer(viewport.zoom());
        new CardPictures(cards, viewport.zoom());
        notes = new NoteLayer(by -> model.current().get().ifPresent(open -> preview(open, by)), this::requestFocus);
        placing = new Placing(model, this, world);
        world.getChildren().addAll(notes, wires, cards, wires.figures());
        dots = new Dots(viewport);
        getChildren().addAll(dots, world);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointer = Optional.of(new Point2D(e.getSceneX(), e.getSceneY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> pointer = Optional.empty());
        new Lasso(this, world, this::lassoed);
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
        wires.clear();
        notes.clear();
        steps.clear();
        looking = open.map(flow -> Subscription.combine(
                        flow.flow().subscribe(now -> draw(flow, now)),
                        flow.selection().subscribe(s -> light())))
                .orElse(Subscription.EMPTY);
    }

    private void draw(FlowViewModel open, Flow flow) {
        steps.keySet().retainAll(flow.steps().stream().map(Step::name).collect(Collectors.toSet()));
        flow.steps()
                .forEach(step -> steps.computeIfAbsent(step.name(), name -> card(open, step))
                        .show(step));
        Layers.hold(cards, steps.values());
        wires.draw(open, flow);
        notes.draw(open, flow);
        wires.route(steps);
        tell();
    }

    private StepCard card(FlowViewModel open, Step step) {
        var card = new StepCard(step);
        new CardDrag(open, card, new StepItem(open, step.name()), by -> preview(open, by));
        new WireDrag(open, card, wires);
        return card;
    }

    /// How something of that is drawn.
    Optional<Node> drawn(Selection selection) {
        return Stream.of(cards, notes, wires)
                .flatMap(layer -> layer.getChildren().stream())
                .filter(node -> node instanceof Drawn one && selection.has(one.alone()))
                .findFirst();
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
        wires.route(steps);
    }

    private void light() {
        model.current().get().ifPresent(open -> {
            Selection selection = open.selection().get();
            steps.forEach((name, card) -> card.show(
                    live.version(name, exact(card.step())), selection.steps().contains(name)));
            wires.light(selection);
            notes.light(selection);
        });
    }

    private String exact(Step step) {
        return model.services()
                .exact(step.service(), step.version())
                .map(Object::toString)
                .orElse("?");
    }

    /// Shows how all fare and how busy they are just now.
    private void tell() {
        live = model.live();
        light();
        steps.forEach((name, card) -> card.show(live.fare(name), live.figures(name)));
        wires.tell(live);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        boolean empty = event.getTarget() == this && event.getButton() == MouseButton.PRIMARY;
        if (empty && !event.isShiftDown()) {
            model.current().get().ifPresent(FlowViewModel::personSelectsNothing);
        }
    }

    /// Adds a note in the middle of what is seen, to be written at once.
    void addNote() {
        addNote(Optional.empty());
    }

    /// Adds a note there, in the canvas's own pixels, to be written at once.
    void addNote(Optional<Point2D> at) {
        placing.addNote(at, notes::write);
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
