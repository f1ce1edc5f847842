// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.PageBar;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The consumer tokens at the left; beside them the one that is looked at, or the one that is to be made.
final class ConsumersView extends StackPane {
    private static final String MEANING =
            "A program reads streams as flespi's channels, over HTTPS, with a token of its own.";

    private final ConsumersViewModel model;
    private final NewConsumerViewModel making;

    ConsumersView(ConsumersViewModel model, NewConsumerViewModel making) {
        this.model = model;
        this.making = making;
        var table = new ConsumerTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        var list = new VBox(new PageBar("Consumer tokens", makes("new-consumer")), table);
        HBox.setHgrow(list, Priority.ALWAYS);
        var empty = Bindings.isEmpty(model.all()).and(Bindings.not(making.isOpen()));
        getChildren()
                .add(new Frame(
                        new HBox(list, beside()), none(), empty, model.asking().problem()));
        making.made()
                .subscribe(made -> made.ifPresent(token -> {
                    new ConsumerGiven(token).show(Ask.windowOf(this));
                    making.personTookIt();
                }));
    }

    /// What does not show is not there, so that the keys do not lead to it.
    private Node beside() {
        var none = new EmptyState(
                Icons.SECRET,
                "Nothing chosen",
                MEANING + " Choose one at the left to see how far its program has come, or to delete it.");
        var pane = new ConsumerPane(model);
        var form = new NewConsumerPane(making);
        var side = new StackPane();
        side.getStyleClass().add("authority-side");
        Runnable show = () -> side.getChildren()
                .setAll(making.isOpen().get() ? form : model.selected().get().isPresent() ? pane : none);
        making.isOpen().subscribe(show);
        model.selected().map(Optional::isPresent).subscribe(present -> show.run());
        show.run();
        return side;
    }

    private Node none() {
        var unread = new EmptyState(Icons.SECRET, "Tokens are not read yet", MEANING);
        unread.visibleProperty().bind(Bindings.not(model.isRead()));
        var empty = new EmptyState(
                Icons.SECRET,
                "No consumer token",
                MEANING + " Make one, then give its secret to the program.",
                makes("new-first-consumer"));
        empty.visibleProperty().bind(model.isRead());
        return new StackPane(unread, empty);
    }

    private Button makes(String id) {
        Button make = Buttons.plain(Icons.ADD, "New token", making::personBegins);
        make.setId(id);
        return make;
    }
}
