// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What became of every message the device was ever given: taken = forwarded + waiting + expired + displaced + damaged.
final class AccountPane extends VBox {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Label told = new Label();
    private final Chip verdict = new Chip("", Chip.Tone.GOOD);
    private final Label verdictWords = Fields.quiet("");
    private final AccountBar bar = new AccountBar();
    private final GridPane parts = grid();
    private final GridPane refused = grid();
    private final GridPane hub = grid();
    private final Label since = new Label();

    AccountPane(AccountViewModel model) {
        var none = new EmptyState(
                Icons.DEVICES,
                "No account told",
                "Signalbox's device client tells its hub what became of every message it was given. "
                        + "This device told none: it runs other software, or has not signed in yet.");
        none.visibleProperty().bind(model.none());
        Node sheet = sheet();
        var room = new StackPane(none, sheet);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(Banners.of(model.asking().problem()), room);
        model.sheet().subscribe(found -> {
            sheet.setVisible(found.isPresent());
            found.ifPresent(this::show);
        });
    }

    private Node sheet() {
        told.getStyleClass().addAll("muted", "small-words");
        since.getStyleClass().addAll("muted", "small-words");
        verdict.setId("account-verdict");
        verdictWords.setId("account-words");
        told.setId("account-told");
        var content = new VBox(
                new Section("Messages taken", bar, parts, Fields.row(verdict, verdictWords)).with(told),
                new Section("Not taken", refused),
                new Section("Counted by the hub", hub).with(since));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("account-grid");
        return grid;
    }

    private void show(AccountSheet sheet) {
        told.setText(sheet.told());
        verdict.setText(sheet.agrees() ? "agrees" : "does not agree");
        verdict.show(sheet.agrees() ? Chip.Tone.GOOD : Chip.Tone.DANGER);
        verdictWords.setText(sheet.verdict());
        bar.show(sheet);
        parts.getChildren().clear();
        row(parts, sheet.taken());
        sheet.parts().forEach(line -> row(parts, line));
        refused.getChildren().clear();
        row(refused, sheet.refused());
        hub.getChildren().clear();
        row(hub, swatch("account-none"), "Stored", sheet.hub().stored(), "messages of this device, each once");
        row(hub, swatch("account-none"), "Repeated", sheet.hub().repeated(), "came again and were dropped");
        since.setText(sheet.hub().since());
    }

    private static void row(GridPane grid, AccountSheet.Line line) {
        row(grid, swatch(line.part().styleName()), line.part().title(), line.number(), line.words());
    }

    private static void row(GridPane grid, Node swatch, String title, String number, String words) {
        var name = new Label(title);
        name.getStyleClass().add("account-name");
        var value = new Label(number);
        value.getStyleClass().addAll("mono", "account-number");
        value.pseudoClassStateChanged(NONE, number.equals("0"));
        value.setId("account-" + title.toLowerCase(java.util.Locale.ROOT));
        var meaning = new Label(words);
        meaning.getStyleClass().addAll("muted", "small-words");
        grid.addRow(grid.getRowCount(), swatch, name, value, meaning);
    }

    private static Node swatch(String style) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("account-swatch", style);
        return swatch;
    }
}
