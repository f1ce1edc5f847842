// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Counts;
import dev.signalbox.desktop.kit.LiveWords;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.workbench.figures.StepFigures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How a step fares and how busy it is: all nodes together, then each, the worst ones first.
final class LiveSection extends VBox {
    private static final int MOST_NODES = 20;

    private final FlowsViewModel model;
    private final Navigator navigator;
    private final Stepping stepping;
    private final Problems problem = new Problems();
    private final Label state = new Label();
    private final GridPane facts = new GridPane();
    private final VBox nodes = new VBox();
    private final Label more = new Label();
    private final List<Fact> all = List.of(
            new Fact("Received", LiveWords::received),
            new Fact("Sent", LiveWords::sent),
            new Fact("Failed", figures -> Counts.words(figures.failed())),
            new Fact("Waiting", figures -> Counts.words(figures.waiting())),
            new Fact("Processor", LiveWords::cpu),
            new Fact("Memory", LiveWords::memory));

    LiveSection(FlowsViewModel model, Navigator navigator, Stepping stepping) {
        this.model = model;
        this.navigator = navigator;
        this.stepping = stepping;
        getStyleClass().add("live-section");
        state.setId("live-state");
        state.setWrapText(true);
        facts.getStyleClass().add("live-facts");
        facts.managedProperty().bind(facts.visibleProperty());
        all.forEach(fact -> fact.add(facts));
        nodes.getStyleClass().add("live-nodes");
        more.getStyleClass().addAll("subtle", "small-words");
        more.managedProperty().bind(more.textProperty().isNotEmpty());
        stepping.problem().subscribe(now -> now.ifPresentOrElse(problem::show, problem::clear));
        getChildren().addAll(state, facts, nodes, more, problem);
    }

    /// One thing known of a step that has run.
    private record Fact(String name, Function<StepFigures, String> words, Label value) {
        Fact(String name, Function<StepFigures, String> words) {
            this(name, words, new Label());
            value.getStyleClass().add("live-value");
            value.setId("live-" + name.toLowerCase(java.util.Locale.ROOT));
        }

        void add(GridPane grid) {
            var label = new Label(name);
            label.getStyleClass().addAll("muted", "small-words", "fact-name");
            label.setMinWidth(USE_PREF_SIZE);
            GridPane.setHgrow(value, Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), label, value);
        }

        void show(StepFigures figures) {
            value.setText(words.apply(figures));
        }
    }

    void show(Live live, String step) {
        state.setText(live.fare(step).allWords());
        Optional<StepFigures> figures = live.figures(step);
        facts.setVisible(figures.isPresent());
        figures.ifPresent(now -> all.forEach(fact -> fact.show(now)));
        List<StepOnNode> on = model.on(live, step);
        List<StepOnNode> shown = on.stream().limit(MOST_NODES).toList();
        makeRoom(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            StepOnNode one = shown.get(i);
            line(i).show(one, model.figures(one));
        }
        more.setText(on.size() > MOST_NODES ? "and " + Counts.words(on.size() - MOST_NODES) + " more nodes" : "");
    }

    private NodeLine line(int index) {
        return (NodeLine) nodes.getChildren().get(index);
    }

    /// Lines are kept, because they are shown anew twice a second.
    private void makeRoom(int lines) {
        while (nodes.getChildren().size() < lines) {
            nodes.getChildren().add(new NodeLine(navigator, stepping));
        }
        nodes.getChildren().remove(lines, nodes.getChildren().size());
    }
}
