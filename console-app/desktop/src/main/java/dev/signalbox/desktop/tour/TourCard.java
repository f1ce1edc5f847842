// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first steps over a corner of the window: what is done, and the next with a button that leads there. It can be
/// made small, and is in nobody's way then.
public final class TourCard extends VBox {
    private static final Set<Place> PLACES =
            Set.of(Place.NODES, Place.SERVICES, Place.FLOWS, Place.RELEASES, Place.LOGS);

    private final TourViewModel model;
    private final TourWays ways;
    private final BooleanProperty small = new SimpleBooleanProperty();
    private final Label count = new Label();
    private final VBox steps = new VBox();

    /// @param lookedAt the page in front; the card is over those where its steps are taken, and in no other's way
    public TourCard(TourViewModel model, TourWays ways, ObservableValue<Optional<Place>> lookedAt) {
        this.model = model;
        this.ways = ways;
        setId("tour");
        getStyleClass().add("tour-card");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        steps.getStyleClass().add("tour-steps");
        steps.visibleProperty().bind(small.not());
        steps.managedProperty().bind(steps.visibleProperty());
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.shown().get()
                                && lookedAt.getValue().filter(PLACES::contains).isPresent(),
                        model.shown(),
                        lookedAt));
        managedProperty().bind(visibleProperty());
        getChildren().addAll(head(), steps);
        model.place().subscribe(this::show);
    }

    private HBox head() {
        var title = new Label("First steps");
        title.getStyleClass().add("pane-title");
        count.setId("tour-count");
        count.getStyleClass().addAll("muted", "small-words");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button fold = Buttons.quiet(Icons.DOWN, "Small or whole", () -> small.set(!small.get()));
        fold.setId("tour-fold");
        small.subscribe(now -> fold.setGraphic((now ? Icons.UP : Icons.DOWN).node("icon-small")));
        Button close = Buttons.quiet(Icons.CLOSE, "Not again; Ctrl+K finds First steps", model::personEnds);
        close.setId("tour-close");
        fold.getStyleClass().add("small");
        close.getStyleClass().add("small");
        var head = new HBox(title, count, gap, fold, close);
        head.getStyleClass().add("tour-head");
        return head;
    }

    private void show(TourPlace place) {
        count.setText(place.next().isEmpty() ? "done" : place.done().size() + " of " + TourStep.values().length);
        steps.getChildren()
                .setAll(
                        place.next().isEmpty()
                                ? end(place)
                                : Stream.of(TourStep.values())
                                        .map(step -> row(step, place))
                                        .toArray(Node[]::new));
    }

    private Node row(TourStep step, TourPlace place) {
        boolean done = place.done().contains(step);
        boolean next = place.next().filter(step::equals).isPresent();
        var title = new Label(step.title());
        title.getStyleClass().add(next ? "strong" : "muted");
        var mark = new StackPane(done ? Icons.CHECK.node("icon-small", "tour-done") : new Lamp(Lamp.State.DARK));
        mark.getStyleClass().add("tour-mark");
        var line = new HBox(mark, title);
        line.getStyleClass().add("row");
        line.setAccessibleText(step.title() + (done ? ", done" : ""));
        return next ? new VBox(line, about(step, place)) : line;
    }

    private VBox about(TourStep step, TourPlace place) {
        var about = new VBox(
                words(place.advice()), button("tour-" + step.name(), step.button(), () -> ways.lead(step, place)));
        about.getStyleClass().add("tour-about");
        return about;
    }

    private static Label words(String text) {
        var words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().addAll("muted", "small-words");
        return words;
    }

    private static Button button(String id, String words, Runnable press) {
        Button button = Buttons.primary(words, press);
        button.setId(id.toLowerCase(Locale.ROOT));
        button.getStyleClass().add("small");
        return button;
    }

    private Node[] end(TourPlace place) {
        String service = place.service().orElse("");
        var title = new Label(service + " runs on " + place.node().orElse(""));
        title.setId("tour-end");
        title.setWrapText(true);
        title.getStyleClass().add("strong");
        var advice =
                words("What it writes is on the page Logs. A wire of its flow can be tapped, and what you change runs"
                        + " after the next release.");
        var lines = button("tour-lines", "See its lines", () -> ways.showLines(service));
        var done = Buttons.plain("Done", model::personEnds);
        done.getStyleClass().add("small");
        done.setId("tour-end-done");
        var both = new HBox(lines, done);
        both.getStyleClass().add("row");
        return new Node[] {title, advice, both};
    }
}
