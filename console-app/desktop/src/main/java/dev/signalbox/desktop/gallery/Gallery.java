// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.gallery;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Every control in every state, beside every part that pages are put together from: for those who change the look.
public final class Gallery extends ScrollPane {
    public Gallery() {
        setId("gallery");
        getStyleClass().addAll("page", "gallery");
        setFitToWidth(true);
        var parts = new PartSamples();
        HBox.setHgrow(parts, Priority.ALWAYS);
        var both = new HBox(new ControlTable(), parts);
        both.getStyleClass().add("gallery-room");
        setContent(both);
    }
}
