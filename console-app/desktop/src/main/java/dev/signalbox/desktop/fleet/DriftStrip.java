// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Warning;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says in what the node that is looked at differs from what is assigned to it, with one button that puts it right. Not
/// there when nothing differs.
final class DriftStrip extends VBox {
    /// So many differences are told.
    private static final int TOLD = 5;

    private final Label words = Fields.quiet("");

    DriftStrip(Runnable converge) {
        Button button = Buttons.plain("Converge", converge);
        button.setId("node-converge");
        words.setId("node-drift");
        words.getStyleClass().add("small-words");
        words.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("drift");
        getChildren().add(new Warning("Differs from what is assigned", "", words, button));
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    void show(List<String> differences) {
        setVisible(!differences.isEmpty());
        int more = differences.size() - TOLD;
        String told = String.join("\n", differences.subList(0, Math.min(TOLD, differences.size())));
        words.setText(more > 0 ? told + "\nand " + more + " more" : told);
    }
}
