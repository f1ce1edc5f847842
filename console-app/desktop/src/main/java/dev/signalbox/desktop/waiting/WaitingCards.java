// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.PageBar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A card for each device that waits, who waited longest first.
final class WaitingCards extends VBox {
    /// More are not drawn; they move up as these are decided.
    private static final int MOST = 60;

    private final WaitingViewModel model;
    private final Map<OperationViewModel, WaitingCard> cards = new HashMap<>();
    private final FlowPane room = new FlowPane();
    private final Label more = new Label();

    /// @param makeToken leads to where a token is made
    /// @param close takes in no new devices
    WaitingCards(WaitingViewModel model, Runnable makeToken, Node close) {
        this.model = model;
        getStyleClass().add("page");
        room.getStyleClass().add("waiting-cards");
        room.setRowValignment(VPos.TOP);
        more.getStyleClass().addAll("muted", "waiting-more");
        more.managedProperty().bind(more.textProperty().isNotEmpty());
        var scroll = new ScrollPane(new VBox(room, more));
        scroll.setFitToWidth(true);
        scroll.visibleProperty().bind(Bindings.isNotEmpty(model.waiting()));
        var either = new StackPane(scroll, none(makeToken));
        VBox.setVgrow(either, Priority.ALWAYS);
        getChildren().addAll(new PageBar("Devices that ask to be let in", close).counting(count()), either);
        model.waiting().addListener((ListChangeListener<OperationViewModel>) change -> show());
        show();
    }

    private ObservableValue<String> count() {
        return Bindings.createStringBinding(
                () -> model.waiting().isEmpty() ? "" : model.waiting().size() + " waiting", model.waiting());
    }

    private Node none(Runnable makeToken) {
        Button make = Buttons.primary("Make a token", makeToken);
        make.setId("first-token");
        var none = new EmptyState(
                Icons.WAITING,
                "No device waits",
                "Give a new device a provisioning token. It shows a code and appears here with the same one: compare"
                        + " the two, then let it in.",
                make);
        none.visibleProperty().bind(Bindings.isEmpty(model.waiting()));
        return none;
    }

    private void show() {
        List<OperationViewModel> shown =
                model.waiting().subList(0, Math.min(MOST, model.waiting().size()));
        cards.keySet().retainAll(model.waiting());
        bring(shown.stream()
                .<Node>map(one -> cards.computeIfAbsent(one, its -> new WaitingCard(its, model.now())))
                .toList());
        int rest = model.waiting().size() - shown.size();
        more.setText(rest == 0 ? "" : rest + " more wait. They come up as these are decided.");
    }

    /// Adds and removes only what differs, so that the keys stay where a person types. Those that stay keep their
    /// order.
    private void bring(List<Node> now) {
        room.getChildren().retainAll(now);
        for (int at = 0; at < now.size(); at++) {
            if (at == room.getChildren().size() || !room.getChildren().get(at).equals(now.get(at))) {
                room.getChildren().add(at, now.get(at));
            }
        }
    }
}
