// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Completion;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One row: what it is, its name, what it takes or where it is, and at the right what it gives.
final class CompletionCell extends ListCell<Completion> {
    private static final PseudoClass DEPRECATED = PseudoClass.getPseudoClass("deprecated");

    private final Label kind = label("completion-kind");
    private final Label name = label("completion-name");
    private final Label detail = label("completion-detail");
    private final Label type = label("completion-type");
    private final HBox row = new HBox(kind, name, detail, gap(), type);

    CompletionCell() {
        row.getStyleClass().add("completion");
        kind.setMinWidth(USE_PREF_SIZE);
        detail.setMinWidth(0);
        setPrefWidth(0);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    @Override
    protected void updateItem(@Nullable Completion one, boolean empty) {
        super.updateItem(one, empty);
        boolean shows = !empty && one != null;
        setGraphic(shows ? row : null);
        if (one != null) {
            kind.setText(sign(one.kind()));
            kind.getStyleClass()
                    .setAll("label", "completion-kind", one.kind().name().toLowerCase(Locale.ROOT));
            name.setText(one.name());
            detail.setText(one.detail());
            type.setText(one.type());
            row.pseudoClassStateChanged(DEPRECATED, one.deprecated());
            setAccessibleText(String.join(" ", List.of(one.name(), one.detail(), one.type())));
        }
    }

    private static String sign(Completion.Kind kind) {
        return switch (kind) {
            case VARIABLE -> "v";
            case FIELD -> "f";
            case METHOD -> "m";
            case TYPE -> "T";
            case PACKAGE -> "p";
            case KEYWORD -> "w";
            case SNIPPET -> "…";
            case OVERRIDE -> "o";
            case PROPERTY -> "P";
            case STEP -> "s";
        };
    }
}
