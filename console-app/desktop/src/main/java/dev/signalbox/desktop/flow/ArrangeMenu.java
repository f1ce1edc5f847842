// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Brings selected steps into line; to be used with two or more.
final class ArrangeMenu extends MenuButton {
    private Subscription looking = Subscription.EMPTY;

    ArrangeMenu(FlowsViewModel model) {
        super("Arrange");
        setId("arrange");
        getStyleClass().add("small");
        setMaxHeight(Region.USE_PREF_SIZE);
        getItems()
                .setAll(Arrays.stream(Arrangement.values())
                        .map(one -> item(model, one))
                        .toList());
        setDisable(true);
        model.current().subscribe(this::follow);
    }

    private static MenuItem item(FlowsViewModel model, Arrangement one) {
        var item = new MenuItem(one.words());
        item.setId(one.id());
        item.setOnAction(e -> model.current().get().ifPresent(open -> open.personArranges(one)));
        return item;
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        setDisable(true);
        looking = open.map(flow -> flow.selection()
                        .subscribe(selected -> setDisable(selected.steps().size() < 2)))
                .orElse(Subscription.EMPTY);
    }
}
