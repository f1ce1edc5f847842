// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// Draws a wire without a pointer: offers the steps that it could go to. One that is there already is selected.
final class WireMenu {
    private final ContextMenu menu = new ContextMenu();

    WireMenu() {
        menu.setId("wire-to");
    }

    /// @param card of the step that the wire begins at
    void ask(FlowViewModel open, Step from, Node card) {
        List<MenuItem> ends = open.flow().get().steps().stream()
                .map(Step::name)
                .filter(name -> !name.equals(from.name()))
                .sorted(Comparator.naturalOrder())
                .map(to -> item(open, from.name(), to))
                .toList();
        menu.getItems().setAll(ends.isEmpty() ? List.of(none()) : ends);
        menu.show(card, Side.RIGHT, 0, 0);
    }

    private static MenuItem item(FlowViewModel open, String from, String to) {
        var item = new MenuItem("Wire to " + to);
        item.setId("wire-to-" + to);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> {
            if (wire(open.flow().get(), from, to).isEmpty()) {
                open.personEdits(flow -> FlowEdits.connect(flow, from, to));
            }
            wire(open.flow().get(), from, to).ifPresent(open::personSelects);
        });
        return item;
    }

    private static MenuItem none() {
        var none = new MenuItem("There is no other step yet");
        none.setDisable(true);
        return none;
    }

    private static Optional<Flow.Wire> wire(Flow flow, String from, String to) {
        return flow.wires().stream()
                .filter(wire -> wire.from().equals(from) && wire.to().equals(to))
                .findFirst();
    }
}
