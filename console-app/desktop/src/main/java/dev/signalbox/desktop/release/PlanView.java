// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.release.NodeChange;
import dev.signalbox.workbench.release.ReleasePlan;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A plan in words: first what stands in its way, then each node with what starts, changes and stops on it.
final class PlanView extends VBox {
    PlanView() {
        getStyleClass().add("release-plan");
    }

    void show(ReleasePlan plan) {
        getChildren().clear();
        plan.blockers().forEach(problem -> getChildren().add(row(Icons.ERROR, problem, "release-blocker")));
        plan.warnings().forEach(problem -> getChildren().add(row(Icons.WARNING, problem, "release-warning")));
        plan.changes().forEach(change -> getChildren().add(card(change)));
        if (plan.changes().isEmpty() && plan.blockers().isEmpty()) {
            getChildren().add(words("Nothing changes on any node.", "muted"));
        }
    }

    private static Node row(Icons icon, Problem problem, String style) {
        var sentences = new VBox(words(problem.what(), "release-what"), words(problem.remedy(), "muted"));
        var row = new HBox(icon.node("icon-small"), sentences);
        row.getStyleClass().addAll("release-problem", style);
        return row;
    }

    private static Node card(NodeChange change) {
        var name = new Label(change.node());
        name.getStyleClass().add("strong");
        var card = new VBox(name);
        card.setId("release-node-" + change.node());
        card.getStyleClass().addAll("card", "release-node");
        change.starts().forEach(step -> card.getChildren().add(step("starts", Chip.Tone.GOOD, step)));
        change.changes().forEach(step -> card.getChildren().add(step("changes", Chip.Tone.ACCENT, step)));
        change.stops().forEach(step -> card.getChildren().add(step("stops", Chip.Tone.WARNING, step)));
        return card;
    }

    private static Node step(String what, Chip.Tone tone, StepAddress step) {
        var row = new HBox(new Chip(what, tone), words(step.toString(), "mono"));
        row.getStyleClass().add("row");
        return row;
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(List.of(style, "small-words"));
        return label;
    }
}
