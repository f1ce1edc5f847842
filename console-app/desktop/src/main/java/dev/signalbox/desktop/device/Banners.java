// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Says over a tab's content what went wrong last.
final class Banners {
    private Banners() {}

    static Node of(ObservableValue<Optional<Problem>> problem) {
        var problems = new Problems();
        problem.subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        var room = new VBox(problems);
        room.getStyleClass().add("banner-room");
        room.managedProperty().bind(problems.visibleProperty());
        return room;
    }
}
