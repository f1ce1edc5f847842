// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import java.util.Optional;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// Draws a wire from a step's out-port to the step it is dropped on.
final class WireDrag {
    private final FlowViewModel flow;
    private final StepCard card;
    private final Pane wires;
    private final WireLine drawn = new WireLine(Optional.empty(), new SimpleDoubleProperty(1));

    WireDrag(FlowViewModel flow, StepCard card, Pane wires) {
        this.flow = flow;
        this.card = card;
        this.wires = wires;
        drawn.setMouseTransparent(true);
        drawn.show(true);
        Drag.from(card.out(), this::dragged, this::released);
        card.out().addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    }

    private void dragged(MouseEvent event) {
        Point2D at = wires.sceneToLocal(event.getSceneX(), event.getSceneY());
        drawn.to(Geometry.outX(card.step()), Geometry.portY(card.step()), at.getX(), at.getY());
        if (drawn.getParent() == null) {
            wires.getChildren().add(drawn);
        }
    }

    private void released(MouseEvent event) {
        wires.getChildren().remove(drawn);
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
