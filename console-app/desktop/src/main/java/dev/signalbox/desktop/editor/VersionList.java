// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The versions of a service, newest first, and how to begin the next.
final class VersionList extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ServicesViewModel model;
    private final Button minor = Buttons.plain("Update minor", () -> {});
    private final Button major = Buttons.plain("Update major", () -> {});
    private final VBox rows = new VBox();

    VersionList(ServicesViewModel model) {
        this.model = model;
        getStyleClass().add("version-list");
        minor.setId("update-minor");
        major.setId("update-major");
        minor.getStyleClass().add("link");
        major.getStyleClass().add("link");
        var title = new Label("Versions");
        title.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, minor, major);
        head.getStyleClass().addAll("row", "version-head");
        getChildren().addAll(head, rows);
    }

    void show(OpenService tab) {
        minor.setOnAction(e -> model.personUpdatesMinor(tab.name()));
        major.setOnAction(e -> model.personUpdatesMajor(tab.name()));
        List<ServiceSummary.Version> versions = model.catalogue()
                .summary(tab.name())
                .map(ServiceSummary::versions)
                .orElse(List.of());
        boolean draft = !versions.isEmpty() && versions.getFirst().state() == ServiceState.DRAFT;
        minor.setDisable(draft);
        major.setDisable(draft);
        ServiceVersion shown = tab.stored().get().version();
        rows.getChildren()
                .setAll(versions.stream()
                        .map(version -> row(tab.name(), version, shown, other(versions, version.version(), shown)))
                        .toList());
    }

    /// What to compare a version with: the one that is open, and that one with the one before it.
    private static Optional<ServiceVersion> other(
            List<ServiceSummary.Version> versions, ServiceVersion version, ServiceVersion shown) {
        List<ServiceVersion> others = versions.stream()
                .map(ServiceSummary.Version::version)
                .filter(one -> !one.equals(version))
                .toList();
        return version.equals(shown)
                ? others.stream()
                        .filter(one -> one.compareTo(version) < 0)
                        .findFirst()
                        .or(() -> others.stream().findFirst())
                : Optional.of(shown);
    }

    private Node row(
            String service, ServiceSummary.Version version, ServiceVersion shown, Optional<ServiceVersion> other) {
        boolean draft = version.state() == ServiceState.DRAFT;
        var number = new Label(version.version().toString());
        number.getStyleClass().addAll("mono", "strong-mono");
        var chip = draft ? new Chip("draft", Chip.Tone.WARNING) : new Chip("released", Chip.Tone.GOOD);
        var words = new Label(draft ? version.changedBy() : "release " + version.release());
        words.getStyleClass().addAll("tiny-words", "muted");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(number, chip, words, (draft ? Icons.EDIT : Icons.LOCKED).node("icon-small"));
        row.setId("version-" + version.version());
        row.getStyleClass().add("version-row");
        row.pseudoClassStateChanged(CURRENT, version.version().equals(shown));
        other.ifPresent(with -> row.getChildren().add(3, compare(service, version.version(), with)));
        row.setOnMouseClicked(e -> model.personOpens(service, version.version()));
        return row;
    }

    private Button compare(String service, ServiceVersion version, ServiceVersion with) {
        ServiceVersion older = version.compareTo(with) < 0 ? version : with;
        ServiceVersion newer = older.equals(version) ? with : version;
        Button button = Buttons.quiet(
                Icons.COMPARE,
                "Compare " + version + " with " + with,
                () -> model.comparing().personCompares(service, older, newer));
        button.setId("compare-" + version.toString().replace('.', '-'));
        button.getStyleClass().add("small");
        return button;
    }
}
