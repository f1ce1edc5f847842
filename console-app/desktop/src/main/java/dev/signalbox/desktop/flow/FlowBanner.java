// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.AutoSave;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.operator.flow.Flow;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Says why the flow is not saved, and offers the way out. Takes no room while it is.
final class FlowBanner extends HBox {
    private final FlowsViewModel model;
    private Subscription looking = Subscription.EMPTY;

    FlowBanner(FlowsViewModel model) {
        this.model = model;
        setId("flow-banner");
        getStyleClass().add("flow-banner");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        model.current().subscribe(this::follow);
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        setVisible(false);
        looking = open.map(flow -> flow.saving().state().subscribe(state -> show(flow.saving(), state)))
                .orElse(Subscription.EMPTY);
    }

    private void show(AutoSave<Flow> flow, SaveState state) {
        setVisible(state.stuck());
        switch (state) {
            case CONFLICT ->
                fill(
                        "Someone else saved this flow since you opened it. Nothing of yours was saved since.",
                        List.of(
                                button("flow-keep-mine", "Keep mine", flow::personKeepsMine),
                                button("flow-take-theirs", "Take theirs", flow::personTakesTheirs)));
            case FAILED ->
                fill(
                        flow.problem()
                                .get()
                                .map(p -> p.what() + " " + p.remedy())
                                .orElse(""),
                        List.of(
                                button("flow-save-again", "Try again", flow::saveNow),
                                button("flow-discard", "Discard", model::personDiscards)));
            case SAVED, UNSAVED, SAVING, RELEASED -> getChildren().clear();
        }
    }

    private void fill(String words, List<Button> buttons) {
        var text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(Icons.WARNING.node("icon-small"), text);
        getChildren().addAll(buttons);
    }

    private static Button button(String id, String text, Runnable press) {
        Button button = Buttons.plain(text, press);
        button.setId(id);
        button.getStyleClass().add("small");
        return button;
    }
}
