// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.code.Checking;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.workbench.editing.Severity;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;

/// The line under the text: how much is wrong, where the caret is, and whether the hub has it.
final class EditorStatus extends HBox {
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final Label errors = words("status-errors");
    private final Label warnings = words("status-warnings");
    private final Label place = words("status-place");
    private final Label language = words("status-language");
    private final Label saved = words("save-state");

    EditorStatus() {
        getStyleClass().add("editor-status");
        errors.setGraphic(Icons.ERROR.node("icon-small"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(errors, warnings, gap, place, language, saved);
    }

    private static Label words(String id) {
        var label = new Label();
        label.setId(id);
        return label;
    }

    Subscription follow(OpenService tab, Checking checking, CodeArea area) {
        language.setText(tab.stored().get().language() == Language.JAVA ? "Java 25" : "Python");
        return Subscription.combine(
                checking.marks().subscribe(marks -> {
                    count(errors, checking.count(Severity.ERROR), "error");
                    count(warnings, checking.count(Severity.WARNING), "warning");
                }),
                area.currentParagraphProperty().subscribe(() -> place(area)),
                area.caretColumnProperty().subscribe(() -> place(area)),
                tab.state().subscribe(state -> saved.setText(state.words())));
    }

    private void place(CodeArea area) {
        place.setText("Line " + (area.getCurrentParagraph() + 1) + ", column " + (area.getCaretColumn() + 1));
    }

    private static void count(Label label, long count, String noun) {
        label.setText(count + " " + noun + (count == 1 ? "" : "s"));
        label.pseudoClassStateChanged(SOME, count > 0);
    }
}
