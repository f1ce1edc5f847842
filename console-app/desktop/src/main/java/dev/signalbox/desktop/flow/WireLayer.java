// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.workbench.figures.WireFigures;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;

/// The wires of a flow, between its notes and its steps; what they carry is laid over the steps.
final class WireLayer extends Pane {
    private final FigureLayer figures;
    private final Map<Wire, WireLine> lines = new HashMap<>();

    /// @param zoom how large the canvas is drawn
    WireLayer(ReadOnlyDoubleProperty zoom) {
        figures = new FigureLayer(zoom);
        setPickOnBounds(false);
    }

    /// What the wires carry.
    Pane figures() {
        return figures;
    }

    void clear() {
        getChildren().clear();
        figures.keep(Set.of());
        lines.clear();
    }

    void draw(FlowViewModel open, Flow flow) {
        Set<Wire> wires = Set.copyOf(flow.wires());
        lines.keySet().retainAll(wires);
        figures.keep(wires);
        flow.wires().forEach(wire -> lines.computeIfAbsent(wire, w -> line(open, w)));
        Layers.hold(this, lines.values());
    }

    private WireLine line(FlowViewModel open, Wire wire) {
        var line = new WireLine(Optional.of(wire));
        line.setId("wire-" + wire.from() + "-" + wire.to());
        line.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open.personSelects(wire);
            }
        });
        return line;
    }

    /// Lays each wire between its cards, wherever they are just now.
    void route(Map<String, StepCard> cards) {
        lines.forEach((wire, line) -> {
            StepCard from = cards.get(wire.from());
            StepCard to = cards.get(wire.to());
            if (from != null && to != null) {
                line.between(from.step(), to.step());
                figures.place(wire, line.middle());
            }
        });
    }

    void light(Selection selection) {
        lines.forEach(
                (wire, line) -> line.show(selection.wire().filter(wire::equals).isPresent()));
    }

    /// Shows how busy they are just now.
    void tell(Live live) {
        lines.forEach((wire, line) -> {
            Optional<WireFigures> now = live.figures(wire.from(), wire.to());
            line.showLive(now.flatMap(WireFigures::perSecond).orElse(0.0) > 0);
            figures.show(wire, now);
            figures.place(wire, line.middle());
        });
    }
}
