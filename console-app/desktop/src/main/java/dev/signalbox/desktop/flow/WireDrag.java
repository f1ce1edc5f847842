// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.operator.flow.Flow.Step;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// Draws a wire from a step's out-port to the step it is dropped on.
final class WireDrag {
    private final FlowViewModel flow;
    private final StepCard card;
    private final Pane wires;
    private final Lazy<WireLine> drawn = new Lazy<>(WireDrag::line);

    WireDrag(FlowViewModel flow, StepCard card, Pane wires) {
        this.flow = flow;
        this.card = card;
        this.wires = wires;
        Drag.from(card.out(), this::dragged, this::released);
        card.out().addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    }

    private static WireLine line() {
        var line = new WireLine(Optional.empty());
        line.setMouseTransparent(true);
        line.show(true);
        return line;
    }

    private void dragged(MouseEvent event) {
        Point2D at = wires.sceneToLocal(event.getSceneX(), event.getSceneY());
        WireLine line = drawn.get();
        line.to(Geometry.outX(card.step()), Geometry.portY(card.step()), at.getX(), at.getY());
        if (line.getParent() == null) {
            wires.getChildren().add(line);
        }
    }

    private void released(MouseEvent event) {
        wires.getChildren().remove(drawn.get());
        Point2D at = wires.sceneToLocal(event.getSceneX(), event.getSceneY());
        String from = card.step().name();
        flow.flow().get().steps().stream()
                .filter(step -> Geometry.meets(step, at.getX(), at.getY()))
                .map(Step::name)
                .filter(to -> !to.equals(from))
                .findFirst()
                .ifPresent(to -> flow.personEdits(f -> FlowEdits.connect(f, from, to)));
    }
}
