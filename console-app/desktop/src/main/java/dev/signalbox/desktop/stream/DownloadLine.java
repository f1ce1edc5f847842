// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Problems;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How far a download is, and the way to stop it. Takes no room while there is nothing to say.
final class DownloadLine extends VBox {
    DownloadLine(FileDownload download) {
        var words = new Label();
        words.getStyleClass().addAll("muted", "small-words");
        words.setId("download-words");
        words.textProperty().bind(download.words());
        Button stop = Buttons.plain("Stop", download::personStops);
        stop.getStyleClass().add("small");
        stop.visibleProperty().bind(download.busy());
        stop.managedProperty().bind(stop.visibleProperty());
        var line = new HBox(words, stop);
        line.getStyleClass().add("download-line");
        line.visibleProperty().bind(words.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        var problems = new Problems();
        download.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        getChildren().addAll(problems, line);
    }
}
