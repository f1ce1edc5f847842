// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import java.util.Collection;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// A text area for source. What it can do beyond taking text joins as features, which leave with the text.
public final class CodeEditor extends StackPane {
    private final CodeArea area = new CodeArea();
    private Subscription joined = Subscription.EMPTY;

    public CodeEditor() {
        getStyleClass().add("code-editor");
        area.getStyleClass().add("source");
        area.setId("code");
        area.setAccessibleText("Source");
        area.setAutoHeight(false);
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /// Shows another text with other features. Undo does not reach back into the text before.
    public void show(String text, boolean editable, Collection<EditorFeature> features) {
        joined.unsubscribe();
        area.replaceText(text);
        area.getUndoManager().forgetHistory();
        area.setEditable(editable);
        area.moveTo(0);
        area.requestFollowCaret();
        List<Subscription> all = features.stream().map(f -> f.joins(this)).toList();
        joined = Subscription.multi(all.toArray(Subscription[]::new));
    }

    /// Its features leave it; the text stays.
    public void close() {
        joined.unsubscribe();
        joined = Subscription.EMPTY;
    }

    /// Puts the caret there and shows it.
    public void goTo(int line, int column) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        int at = Math.clamp(column - 1L, 0, area.getParagraphLength(paragraph));
        Hidden.reveal(area, paragraph);
        area.moveTo(paragraph, at);
        area.requestFollowCaret();
        area.requestFocus();
    }

    public CodeArea area() {
        return area;
    }
}
