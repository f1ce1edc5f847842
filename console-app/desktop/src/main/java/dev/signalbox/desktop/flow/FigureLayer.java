// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.workbench.figures.WireFigures;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;

/// What the wires of a flow carry, laid over its steps. A wire that never ran has nothing here, because a large flow
/// that runs nowhere is drawn sooner so.
final class FigureLayer extends Pane {
    private final ReadOnlyDoubleProperty zoom;
    private final Map<Wire, Flowing> figures = new HashMap<>();

    /// @param zoom how large the canvas is drawn
    FigureLayer(ReadOnlyDoubleProperty zoom) {
        this.zoom = zoom;
        setMouseTransparent(true);
    }

    /// Forgets those of other wires.
    void keep(Set<Wire> wires) {
        figures.keySet().retainAll(wires);
        Layers.hold(this, figures.values());
    }

    /// @param now empty for a wire that no node has
    void show(Wire wire, Optional<WireFigures> now) {
        if (now.isPresent() && !figures.containsKey(wire)) {
            add(wire);
        }
        of(wire).ifPresent(one -> one.show(now));
    }

    private void add(Wire wire) {
        var added = new Flowing(zoom, !wire.condition().isEmpty());
        added.setId("figures-" + wire.from() + "-" + wire.to());
        figures.put(wire, added);
        getChildren().add(added);
    }

    /// Lays them around the middle of their wire.
    void place(Wire wire, Point2D middle) {
        of(wire).ifPresent(one -> one.middle(middle.getX(), middle.getY()));
    }

    private Optional<Flowing> of(Wire wire) {
        return Optional.ofNullable(figures.get(wire));
    }
}
