// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.LiveWords;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.workbench.figures.StepFigures;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What runs on a node: each step with service, version and state, and its problem when it has one.
final class StepList extends VBox {
    /// What an operator wanted, so that the reason is no trouble.
    private static final Set<StepState> WANTED = Set.of(StepState.STOPPED, StepState.PAUSED);

    private final StepMenu menu;
    private final Map<StepAddress, Label> busy = new HashMap<>();
    private final Map<StepReport, Label> since = new HashMap<>();

    StepList(StepMenu menu) {
        this.menu = menu;
        getStyleClass().add("step-list");
    }

    /// Says how busy each step is that is shown, and for how long it is what it is; nothing of one that told nothing.
    void tell(Function<StepAddress, Optional<StepFigures>> figures) {
        busy.forEach((step, label) ->
                label.setText(figures.apply(step).map(LiveWords::lineWithCost).orElse("")));
        since.forEach((step, label) -> label.setText(since(step)));
    }

    /// Leaves what is there while a person has a menu open.
    ///
    /// @param disabled whether an operator disabled a step on this node
    void show(List<StepReport> steps, List<StepAddress> ordered, Predicate<StepAddress> disabled) {
        if (menu.isOpen()) {
            return;
        }
        getChildren().clear();
        busy.clear();
        since.clear();
        steps.stream().map(one -> step(one, disabled.test(one.step()))).forEach(getChildren()::add);
        ordered.stream()
                .filter(address -> steps.stream().noneMatch(step -> step.step().equals(address)))
                .map(StepList::awaited)
                .forEach(getChildren()::add);
        if (getChildren().isEmpty()) {
            getChildren().add(words("No step is assigned to this node.", "muted"));
        }
    }

    private Node step(StepReport step, boolean disabled) {
        HBox line = line(lamp(step.state()), step.step().toString(), step.service() + " " + step.version());
        line.getChildren().add(menu.button(step, disabled));
        Label state = words(since(step), "muted");
        since.put(step, state);
        var box = new VBox(line, state, busy(step.step()));
        step.problem()
                .ifPresent(problem -> box.getChildren()
                        .addAll(
                                words(problem.what(), WANTED.contains(step.state()) ? "muted" : "danger-words"),
                                words(problem.remedy(), "muted")));
        box.getStyleClass().add("step-item");
        menu.join(box, step, disabled);
        return box;
    }

    private static String since(StepReport step) {
        return step.state().name().toLowerCase(Locale.ROOT) + " for " + Ages.since(step.since(), Instant.now());
    }

    private Label busy(StepAddress step) {
        Label label = words("", "mono");
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        busy.put(step, label);
        return label;
    }

    private static Node awaited(StepAddress address) {
        var box = new VBox(line(Lamp.State.DARK, address.toString(), ""), words("ordered, not reported yet", "muted"));
        box.getStyleClass().add("step-item");
        return box;
    }

    private static HBox line(Lamp.State state, String name, String service) {
        var title = new Label(name);
        title.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var version = new Label(service);
        version.getStyleClass().addAll("muted", "small-words");
        version.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(new Lamp(state), title, gap, version);
        row.getStyleClass().add("row");
        return row;
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll(style, "small-words");
        label.setWrapText(true);
        return label;
    }

    private static Lamp.State lamp(StepState state) {
        return switch (state) {
            case RUNNING -> Lamp.State.CLEAR;
            case STARTING, RESTARTING, PAUSED -> Lamp.State.CAUTION;
            case QUARANTINED -> Lamp.State.DANGER;
            case STOPPED -> Lamp.State.DARK;
        };
    }
}
