// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.LiveWords;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.workbench.figures.StepFigures;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A step on the canvas: how it fares, its name, service and version, how busy it is, and a port at each side.
final class StepCard extends Pane implements Drawn {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");

    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label name = label("step-name");
    private final Label version = label("step-version");
    private final Label service = label("step-service");
    private final Label fare = label("step-fare");
    private final Label busy = label("step-busy");
    private final Tooltip more = new Tooltip();
    private final Region in = port();
    private final Region out = port();
    private Step step;

    StepCard(Step step) {
        this.step = step;
        getStyleClass().add("step-card");
        setId("step-" + step.name());
        setMinSize(Geometry.STEP_WIDTH, Geometry.STEP_HEIGHT);
        setPrefSize(Geometry.STEP_WIDTH, Geometry.STEP_HEIGHT);
        setMaxSize(Geometry.STEP_WIDTH, Geometry.STEP_HEIGHT);
        in.setId("in-" + step.name());
        out.setId("out-" + step.name());
        busy.setId("busy-" + step.name());
        busy.managedProperty().bind(busy.textProperty().isNotEmpty());
        fare.setMinWidth(USE_PREF_SIZE);
        fare.setId("fare-" + step.name());
        Tooltip.install(this, more);
        var words = new VBox(row(lamp, name, version), row(service, fare), busy);
        words.getStyleClass().add("step-words");
        words.setMinSize(Geometry.STEP_WIDTH, Geometry.STEP_HEIGHT);
        words.setMaxSize(Geometry.STEP_WIDTH, Geometry.STEP_HEIGHT);
        words.setPrefSize(Geometry.STEP_WIDTH, Geometry.STEP_HEIGHT);
        place(in, 0);
        place(out, Geometry.STEP_WIDTH);
        getChildren().addAll(words, in, out);
        show(step);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private static Region port() {
        var port = new Region();
        port.getStyleClass().add("port");
        return port;
    }

    private static void place(Region port, double x) {
        port.layoutXProperty().bind(port.widthProperty().divide(-2).add(x));
        port.layoutYProperty().bind(port.heightProperty().divide(-2).add(Geometry.STEP_HEIGHT / 2));
    }

    private static HBox row(javafx.scene.Node... nodes) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(nodes);
        row.getChildren().add(nodes.length - 1, gap);
        row.getStyleClass().add("step-row");
        return row;
    }

    void show(Step now) {
        step = now;
        relocate(now.x(), now.y());
        name.setText(now.name());
        service.setText(now.service());
    }

    /// @param versions the one that runs, and the one that would after a release if it is another
    void show(String versions, boolean chosen) {
        version.setText(versions);
        pseudoClassStateChanged(SELECTED, chosen);
    }

    /// @param figures empty for a step that never ran
    void show(Fare now, Optional<StepFigures> figures) {
        lamp.show(now.lamp());
        fare.setText(now.words());
        busy.setText(figures.map(LiveWords::line).orElse(""));
        more.setText(step.name() + "\n" + now.allWords()
                + figures.map(busy -> "\n" + LiveWords.about(busy)).orElse(""));
        pseudoClassStateChanged(DANGER, now.lamp() == Lamp.State.DANGER);
        pseudoClassStateChanged(CAUTION, now.lamp() == Lamp.State.CAUTION);
    }

    @Override
    public Selection alone() {
        return Selection.of(step.name());
    }

    Step step() {
        return step;
    }

    Region out() {
        return out;
    }
}
