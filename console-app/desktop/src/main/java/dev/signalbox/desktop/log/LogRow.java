// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One row of the tail view. Its texts are set anew as lines move past; it is never moved itself.
final class LogRow extends Pane {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Text[] cells = new Text[LogColumns.MESSAGE + 1];
    private final Region hit = new Region();
    private @Nullable LogLevel level;
    private @Nullable LogEvent shown;

    LogRow() {
        setManaged(false);
        getStyleClass().add("log-row");
        hit.getStyleClass().add("log-hit");
        hit.setManaged(false);
        hit.setVisible(false);
        getChildren().add(hit);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Text();
            cells[i].setManaged(false);
            cells[i].setTextOrigin(VPos.CENTER);
            cells[i].getStyleClass().add(i < 3 ? "log-quiet" : "log-text");
            getChildren().add(cells[i]);
        }
    }

    void place(double y, double height, LogColumns columns) {
        resizeRelocate(0, y, columns.width(), height);
        for (int i = 0; i < cells.length; i++) {
            cells[i].setX(columns.x(i));
            cells[i].setY(Math.rint(height / 2));
        }
        shown = null;
    }

    /// Shows a line, or nothing.
    void show(@Nullable LogEvent event, boolean marked, String sought, LogColumns columns) {
        pseudoClassStateChanged(MARKED, marked);
        setVisible(event != null);
        if (event != null && !event.equals(shown)) {
            write(event, columns);
        }
        shown = event;
        markHit(sought, columns);
    }

    private void write(LogEvent event, LogColumns columns) {
        LogLine line = event.line();
        write(0, LogText.time(line.at()), columns);
        write(1, event.node(), columns);
        write(2, line.service(), columns);
        write(3, LogText.level(line), columns);
        write(LogColumns.MESSAGE, LogText.message(line), columns);
        dress(line.level());
    }

    private void write(int column, String text, LogColumns columns) {
        cells[column].setText(LogText.cut(text, columns.characters(column)));
    }

    private void dress(LogLevel now) {
        if (now != level) {
            level = now;
            getStyleClass().setAll("log-row", now.name().toLowerCase(Locale.ROOT));
        }
    }

    private void markHit(String sought, LogColumns columns) {
        String message = cells[LogColumns.MESSAGE].getText();
        int at = sought.isEmpty() ? -1 : message.toLowerCase(Locale.ROOT).indexOf(sought.toLowerCase(Locale.ROOT));
        hit.setVisible(at >= 0);
        if (at >= 0) {
            hit.resizeRelocate(
                    columns.x(LogColumns.MESSAGE) + at * columns.charWidth(),
                    2,
                    sought.length() * columns.charWidth(),
                    getHeight() - 4);
        }
    }
}
