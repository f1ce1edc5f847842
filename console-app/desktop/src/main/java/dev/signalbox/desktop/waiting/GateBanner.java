// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.Warning;
import dev.signalbox.operator.provisioning.GateView;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Over the page while no new device may come in.
final class GateBanner extends VBox {
    GateBanner(GateViewModel model) {
        getStyleClass().add("gate-banner");
        var problems = new Problems();
        model.asking().problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        model.gate().subscribe(gate -> {
            getChildren().setAll(problems);
            if (gate.closed()) {
                getChildren().add(closed(model, gate));
            }
        });
    }

    private static Warning closed(GateViewModel model, GateView gate) {
        Button open = Buttons.plain("Take in new devices again", model::personOpens);
        open.setId("gate-open");
        var warning = new Warning("No new devices are taken in", GateViewModel.words(gate), Fields.row(open));
        warning.setId("gate-closed");
        return warning;
    }
}
