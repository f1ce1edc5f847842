// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.code.JsonEditor;
import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.device.Twin;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The twin: what the device should be and its tags to edit, what it says it is beside them, and where the two differ.
final class TwinPane extends VBox {
    private final Label desiredVersion = version();
    private final Label reportedVersion = version();
    private final Label differing = version();
    private final StringProperty reported = new SimpleStringProperty("{}");
    private final DifferenceList differences = new DifferenceList();

    /// @param id what the ids of its parts begin with
    TwinPane(String id, TwinViewModel model, OnFx fx) {
        var written = new SplitPane(
                part("Desired", desiredVersion, JsonEditor.writing(id + "-desired", model.desired(), true, fx)),
                part("Tags", version(), JsonEditor.writing(id + "-tags", model.tags(), true, fx)));
        written.getStyleClass().add("device-split");
        written.setOrientation(Orientation.VERTICAL);
        written.setDividerPositions(0.66);
        var read = new SplitPane(
                part("Reported", reportedVersion, JsonEditor.reading(id + "-reported", reported, fx)),
                part("Differences", differing, differences));
        read.getStyleClass().add("device-split");
        read.setOrientation(Orientation.VERTICAL);
        read.setDividerPositions(0.5);
        var both = new SplitPane(written, read);
        both.getStyleClass().add("device-split");
        both.setDividerPositions(0.55);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new TwinBar(id, model),
                        new ConflictBanner(id, model),
                        Banners.of(model.problem()),
                        Banners.of(model.unread()),
                        both);
        model.twin().subscribe(this::show);
    }

    private static Node part(String name, Label about, Node content) {
        var title = new Label(name);
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, about);
        head.getStyleClass().add("twin-part-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        return new VBox(head, content);
    }

    private static Label version() {
        var label = new Label();
        label.getStyleClass().addAll("subtle", "tiny-words");
        return label;
    }

    private void show(Optional<Twin> twin) {
        desiredVersion.setText(twin.map(it -> about(it.desired())).orElse(""));
        reportedVersion.setText(twin.map(it -> about(it.reported())).orElse(""));
        reported.set(twin.map(it -> it.reported().text()).orElse("{}"));
        differences.show(twin.map(Twin::differences).orElse(java.util.List.of()));
        differing.setText(twin.map(it -> DifferenceList.count(it.differences())).orElse(""));
    }

    private static String about(Twin.Side side) {
        return "version " + side.version()
                + side.changedAt()
                        .map(at -> " · " + Ages.since(at, Instant.now()) + " ago")
                        .orElse("");
    }
}
