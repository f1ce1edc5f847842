// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;

/// What an empty canvas says to do.
final class CanvasHint extends Label {
    private Subscription looking = Subscription.EMPTY;

    CanvasHint(FlowsViewModel model) {
        super("Drag a service from the palette onto the canvas, or press Enter on it there.\n"
                + "A wire goes from the port at a card's right to the one at another's left.");
        setId("canvas-hint");
        getStyleClass().add("muted");
        setTextAlignment(TextAlignment.CENTER);
        setMouseTransparent(true);
        model.current().subscribe(this::follow);
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        setVisible(false);
        looking = open.map(flow -> flow.flow()
                        .subscribe(now ->
                                setVisible(now.steps().isEmpty() && now.notes().isEmpty())))
                .orElse(Subscription.EMPTY);
    }
}
