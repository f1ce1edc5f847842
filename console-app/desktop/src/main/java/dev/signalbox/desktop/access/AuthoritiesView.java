// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.PageBar;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The authorities at the left; beside them the one that is looked at, or the one that is to be entered.
final class AuthoritiesView extends StackPane {
    private static final String MEANING =
            "An authority lets in every device whose certificate it signed, without a key in the hub.";

    private final AuthoritiesViewModel model;
    private final NewAuthorityViewModel adding;
    private final ProofViewModel proof;

    AuthoritiesView(AuthoritiesViewModel model, NewAuthorityViewModel adding, ProofViewModel proof) {
        this.model = model;
        this.adding = adding;
        this.proof = proof;
        var bar = new PageBar("Certificate authorities", adds("add-authority"));
        var table = new AuthorityTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        var list = new VBox(bar, table);
        HBox.setHgrow(list, Priority.ALWAYS);
        var empty = Bindings.isEmpty(model.all()).and(Bindings.not(adding.isOpen()));
        getChildren()
                .add(new Frame(
                        new HBox(list, beside()), none(), empty, model.asking().problem()));
    }

    /// What does not show is not there, so that the keys do not lead to it.
    private Node beside() {
        var none = new EmptyState(
                Icons.ACCESS, "Nothing chosen", MEANING + " Choose one at the left to prove, check or delete it.");
        var pane = new AuthorityPane(model, proof);
        var form = new NewAuthorityPane(adding);
        var side = new StackPane();
        side.getStyleClass().add("authority-side");
        Runnable show = () -> side.getChildren().setAll(adding.isOpen().get() ? form : isChosen() ? pane : none);
        adding.isOpen().subscribe(show);
        model.selected().subscribe(show);
        show.run();
        return side;
    }

    private boolean isChosen() {
        return model.selected().get().isPresent();
    }

    private Node none() {
        var unread = new EmptyState(Icons.ACCESS, "Authorities are not read yet", MEANING);
        unread.visibleProperty().bind(Bindings.not(model.isRead()));
        var empty = new EmptyState(
                Icons.ACCESS,
                "No certificate authority",
                MEANING + " Devices with keys of their own need none.",
                adds("add-first-authority"));
        empty.visibleProperty().bind(model.isRead());
        return new StackPane(unread, empty);
    }

    private Button adds(String id) {
        Button add = Buttons.plain(Icons.ADD, "Add authority", adding::personBegins);
        add.setId(id);
        return add;
    }
}
