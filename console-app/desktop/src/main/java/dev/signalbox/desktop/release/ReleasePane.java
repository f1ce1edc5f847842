// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.code.DiffView;
import dev.signalbox.desktop.kit.InWords;
import dev.signalbox.desktop.release.ReleasesViewModel.Two;
import dev.signalbox.operator.release.ReleaseSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What differs between the release that is looked at and another: the one before it, until the person chooses.
final class ReleasePane extends VBox {
    private final ReleasesViewModel model;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label right = new Label();
    private final ComboBox<Long> left = new ComboBox<>();
    private final RolloutStrip rollout;
    private boolean filling;

    ReleasePane(ReleasesViewModel model, RolloutsViewModel rollouts) {
        this.model = model;
        this.rollout = new RolloutStrip(rollouts);
        getStyleClass().add("releases-pane");
        left.setId("release-against");
        left.setAccessibleText("Release it is compared with");
        left.getStyleClass().add("small");
        left.setConverter(new InWords<>(ReleaseWords::name));
        left.valueProperty().subscribe(chosen -> {
            if (!filling && chosen != null) {
                model.personComparesWith(chosen);
            }
        });
        right.getStyleClass().add("small-words");
        var against = new HBox(left);
        against.getStyleClass().add("row");
        var sides = new DiffView(model.differences(), against, right);
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(head(), rollout, busy(), sides);
        visibleProperty().bind(model.compared().map(Optional::isPresent));
        model.compared().subscribe(two -> two.ifPresent(this::show));
    }

    private VBox head() {
        title.setId("release-title");
        title.getStyleClass().add("pane-title");
        about.setId("release-about");
        about.getStyleClass().addAll("muted", "small-words");
        about.setWrapText(true);
        var head = new VBox(title, about);
        head.getStyleClass().add("releases-head");
        return head;
    }

    private ProgressBar busy() {
        var busy = new ProgressBar();
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.visibleProperty().bind(model.comparing());
        busy.managedProperty().bind(model.comparing());
        return busy;
    }

    private void show(Two two) {
        filling = true;
        title.setText(ReleaseWords.name(two.after()));
        about.setText(model.release(two.after()).map(ReleaseWords::about).orElse(""));
        right.setText(ReleaseWords.name(two.after()));
        rollout.show(two.after());
        left.getItems().setAll(others(two.after()));
        left.setValue(two.before());
        filling = false;
    }

    private List<Long> others(long number) {
        var others = new ArrayList<>(model.rows().stream()
                .map(ReleaseSummary::number)
                .filter(one -> one != number)
                .toList());
        others.add(0L);
        return others;
    }
}
