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
        looking = open.map(flow -> follow(flow.saving())).orElse(Subscription.EMPTY);
    }

    private Subscription follow(AutoSave<Flow> flow) {
        return Subscription.combine(
                flow.state().subscribe(state -> show(flow, state)),
                flow.resumed().subscribe(resumed -> show(flow, flow.state().get())));
    }

    private void show(AutoSave<Flow> flow, SaveState state) {
        setVisible(state.stuck() || flow.resumed().get());
        getStyleClass().setAll("flow-banner", state.stuck() ? "loud" : "calm");
        switch (state) {
            case CONFLICT ->
                fill(
                        Icons.WARNING,
                        flow.resumed().get()
                                ? "Someone else saved this flow since the console ended. Shown is what you had drawn."
                                : "Someone else saved this flow since you opened it. Nothing of yours was saved since.",
                        List.of(
                                button("flow-keep-mine", "Keep mine", flow::personKeepsMine),
                                button("flow-take-theirs", "Take theirs", flow::personTakesTheirs)));
            case FAILED ->
                fill(
                        Icons.WARNING,
                        flow.problem()
                                .get()
                                .map(p -> p.what() + " " + p.remedy())
                                .orElse(""),
                        List.of(
                                button("flow-save-again", "Try again", flow::saveNow),
                                button("flow-discard", "Discard", model::personDiscards)));
            case SAVED, UNSAVED, SAVING, RELEASED ->
                fill(
                        Icons.INFO,
                        "What you had drawn when the console ended is here again. Undo brings the hub's flow back.",
                        List.of(button("flow-resumed-seen", "OK", flow::personSawIt)));
        }
    }

    private void fill(Icons icon, String words, List<Button> buttons) {
        var text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(icon.node("icon-small"), text);
        getChildren().addAll(buttons);
    }

    private static Button button(String id, String text, Runnable press) {
        Button button = Buttons.plain(text, press);
        button.setId(id);
        button.getStyleClass().add("small");
        return button;
    }
}
