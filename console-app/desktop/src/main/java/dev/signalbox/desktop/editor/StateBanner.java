// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Says why one cannot simply go on writing, and offers the way out. Takes no room while one can.
final class StateBanner extends HBox {
    private final ServicesViewModel model;

    StateBanner(ServicesViewModel model) {
        this.model = model;
        setId("editor-banner");
        getStyleClass().add("editor-banner");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    Subscription follow(OpenService tab) {
        return tab.state().subscribe(state -> show(tab, state));
    }

    private void show(OpenService tab, SaveState state) {
        setVisible(state == SaveState.RELEASED || state == SaveState.CONFLICT || state == SaveState.FAILED);
        getStyleClass().setAll("editor-banner", state == SaveState.RELEASED ? "calm" : "loud");
        switch (state) {
            case RELEASED -> released(tab);
            case CONFLICT ->
                fill(
                        Icons.WARNING,
                        "Someone else saved " + tab.name() + " since you opened it. Nothing of yours was saved since.",
                        List.of(
                                button("keep-mine", "Keep mine", tab::personKeepsMine),
                                button("take-theirs", "Take theirs", tab::personTakesTheirs)));
            case FAILED ->
                fill(
                        Icons.ERROR,
                        tab.problem()
                                .get()
                                .map(p -> p.what() + " " + p.remedy())
                                .orElse(""),
                        List.of(button("save-again", "Try again", tab::saveNow)));
            case SAVED, UNSAVED, SAVING -> getChildren().clear();
        }
    }

    private void released(OpenService tab) {
        ServiceDraft draft = tab.stored().get();
        var newest = model.summary(tab.name())
                .map(ServiceSummary::versions)
                .filter(versions -> !versions.isEmpty())
                .map(versions -> versions.getFirst().version())
                .orElse(draft.version());
        boolean isNewest = newest.compareTo(draft.version()) <= 0;
        Button onward = isNewest
                ? button(
                        "update-minor-banner",
                        "Update minor to " + draft.version().nextMinor(),
                        () -> model.personUpdatesMinor(tab.name()))
                : button("open-newest", "Open " + newest, () -> model.personOpens(tab.name(), newest));
        fill(
                Icons.LOCKED,
                "Version " + draft.version() + " is released and never changes again. Write on in a new version.",
                List.of(onward));
    }

    private void fill(Icons icon, String words, List<? extends Node> buttons) {
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
