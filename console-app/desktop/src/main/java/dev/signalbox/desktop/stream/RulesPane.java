// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.desktop.kit.Warning;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The rules of a stream, and the way to delete it.
final class RulesPane extends StackPane {
    private final RulesViewModel model;
    private final Runnable delete;
    private final Section deleting;
    private final ScrollPane form;
    private final Node lasting = new EmptyState(
            Icons.LOCKED,
            "Dead letters have no rules",
            "They are kept as long as the hub keeps messages. Nobody can send to them by name.");
    private String title = "";

    /// @param delete deletes the stream that is looked at
    RulesPane(RulesViewModel model, Runnable delete) {
        this.model = model;
        this.delete = delete;
        getStyleClass().add("page");
        var remove = Buttons.plain(Icons.DELETE, "Delete…", this::askToDelete);
        remove.setId("delete-stream");
        deleting = new Section(
                "Delete this stream",
                Fields.quiet("Its messages go within the hour. What devices still send to it becomes dead letters."),
                Fields.row(remove));
        var rules = new VBox(new RulesForm(model), conflict(), problems(), buttons());
        rules.getStyleClass().add("rules");
        form = new ScrollPane(new VBox(new Section("What happens to its messages", rules), deleting));
        form.setFitToWidth(true);
        getChildren().addAll(form, lasting);
    }

    void show(StreamRow row) {
        title = row.title();
        model.show(row);
        form.setVisible(!row.isDeadLetters());
        lasting.setVisible(row.isDeadLetters());
        deleting.setVisible(!row.isLasting());
        deleting.setManaged(!row.isLasting());
    }

    private Node conflict() {
        var mine = Buttons.plain("Save mine over theirs", model::personKeepsMine);
        mine.setId("rules-mine");
        var theirs = Buttons.plain("Take theirs", model::personTakesTheirs);
        theirs.setId("rules-theirs");
        var warning = new Warning(
                "Somebody else changed these rules meanwhile",
                "What is typed here is not saved yet.",
                Fields.row(theirs, mine));
        warning.setId("rules-conflict");
        warning.visibleProperty().bind(model.conflict());
        warning.managedProperty().bind(model.conflict());
        return warning;
    }

    private Node problems() {
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        return problems;
    }

    private Node buttons() {
        Button save = Buttons.primary("Save rules", model::personSaves);
        save.setId("save-rules");
        save.disableProperty().bind(model.canSave().not());
        Button discard = Buttons.plain("Discard", model::personGivesUp);
        discard.setId("discard-rules");
        discard.disableProperty().bind(model.isChanged().not());
        return Fields.row(save, discard);
    }

    private void askToDelete() {
        String words = "Its messages, batches and rules are lost. Programs that read it find nothing any more, and what"
                + " devices still send to it becomes dead letters. Its number is never used again.";
        if (Ask.confirm(getScene().getWindow(), "Delete " + title + "?", words, "Delete")) {
            delete.run();
        }
    }
}
