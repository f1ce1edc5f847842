// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.workbench.comparison.Line;
import dev.signalbox.workbench.comparison.Line.Range;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A row of a comparison: two lines, or what stands in for many.
final class DiffCell extends ListCell<DiffRow> {
    private static final String TAB = "    ";
    private static final Pattern WORD = Pattern.compile("\\S{1,32}|\\s{1,32}");

    private final DiffViewModel model;
    private final DiffWidths widths;

    DiffCell(DiffViewModel model, DiffWidths widths) {
        this.model = model;
        this.widths = widths;
        getStyleClass().add("diff-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(
                empty || row == null
                        ? null
                        : switch (row) {
                            case DiffRow.Title title -> title(title);
                            case DiffRow.Pair pair ->
                                new HBox(
                                        side(pair.lines().left(), pair, "removed"),
                                        side(pair.lines().right(), pair, "added"));
                            case DiffRow.Fold fold -> fold(fold);
                        });
    }

    private static Node title(DiffRow.Title title) {
        var words = new Label(title.differs() ? title.words() : title.words() + ": no differences");
        words.getStyleClass().add("diff-title");
        return words;
    }

    private Node fold(DiffRow.Fold fold) {
        var open = new Button(fold.lines().size() + " lines alike");
        open.setGraphic(Icons.MORE.node("icon-small"));
        open.getStyleClass().add("diff-fold");
        open.setMaxWidth(Double.MAX_VALUE);
        open.prefWidthProperty().bind(widths.half().multiply(2));
        open.setOnAction(e -> model.personUnfolds(fold));
        return open;
    }

    private Node side(Optional<Line> line, DiffRow.Pair pair, String style) {
        var number = new Label(line.map(one -> Integer.toString(one.number())).orElse(""));
        number.getStyleClass().add("diff-number");
        var text = line.map(DiffCell::text).orElseGet(TextFlow::new);
        text.getStyleClass().add("diff-text");
        var side = new HBox(number, widths.window(text));
        side.getStyleClass().add("diff-half");
        side.prefWidthProperty().bind(widths.half());
        side.setMinWidth(Region.USE_PREF_SIZE);
        if (pair.lines().differs()) {
            side.getStyleClass().add(line.isPresent() ? style : "missing");
        }
        return side;
    }

    private static TextFlow text(Line line) {
        var flow = new TextFlow();
        int at = 0;
        for (Range range : line.changed()) {
            piece(flow, line.text().substring(at, range.start()), false);
            piece(flow, line.text().substring(range.start(), range.end()), true);
            at = range.end();
        }
        piece(flow, line.text().substring(at), false);
        return flow;
    }

    /// Words that changed stand on a ground of their own, which a text has none of; a label has, but would not break.
    private static void piece(TextFlow flow, String words, boolean changed) {
        String shown = words.replace("\t", TAB);
        if (changed) {
            WORD.matcher(shown).results().forEach(word -> add(flow, new Label(word.group()), "diff-word"));
        } else if (!shown.isEmpty()) {
            add(flow, new Text(shown), "diff-plain");
        }
    }

    private static void add(TextFlow flow, Node piece, String style) {
        piece.getStyleClass().add(style);
        flow.getChildren().add(piece);
    }
}
