// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The end of an endless log: as many rows as fit, over a ring of any size.
///
/// A list control makes and styles a cell for each line; at 10,000 lines a second that freezes the window. Here only
/// the texts of the rows in sight change, once per batch.
final class TailView extends Region {
    private static final String TEN = "0123456789";

    private final LogViewModel model;
    private final Label measure = new Label(TEN);
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final List<LogRow> rows = new ArrayList<>();
    private LogColumns columns = new LogColumns(1, 1);
    private double rowHeight = 1;
    private boolean drawing;

    TailView(LogViewModel model) {
        this.model = model;
        getStyleClass().add("tail-view");
        setFocusTraversable(true);
        setClip(clip);
        measure.getStyleClass().add("log-measure");
        measure.setVisible(false);
        bar.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(measure, bar);
        // not told at once: a view that is made late would leave the newest lines
        bar.valueProperty().subscribe((before, value) -> scrolled(value.doubleValue()));
        model.revision().subscribe(this::draw);
        sceneProperty().subscribe(this::requestLayout);
        new TailGestures(this, model).join();
    }

    private void scrolled(double value) {
        if (!drawing) {
            model.readerScrolledTo(model.first() + Math.round(value));
        }
    }

    /// Place of the line at that height.
    long placeAt(double y) {
        return model.top() + Math.clamp((long) (y / rowHeight), 0, Math.max(0, rows.size() - 1));
    }

    double rowHeight() {
        return rowHeight;
    }

    @Override
    protected void layoutChildren() {
        measure.applyCss();
        rowHeight = Math.max(1, Math.rint(measure.prefHeight(-1)));
        double barWidth = bar.prefWidth(-1);
        columns = new LogColumns(measure.prefWidth(-1) / TEN.length(), getWidth() - barWidth);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        haveRows(Math.max(1, (int) (getHeight() / rowHeight)));
        model.viewSized(rows.size());
        draw();
    }

    private void haveRows(int count) {
        while (rows.size() > count) {
            getChildren().remove(rows.removeLast());
        }
        while (rows.size() < count) {
            rows.add(new LogRow());
            getChildren().add(rows.getLast());
        }
        for (int i = 0; i < count; i++) {
            rows.get(i).place(i * rowHeight, rowHeight, columns);
        }
    }

    private void draw() {
        if (getScene() == null || drawing) {
            return;
        }
        drawing = true;
        long top = model.top();
        String sought = model.filter().get().text();
        for (int i = 0; i < rows.size(); i++) {
            long place = top + i;
            boolean there = place < model.end();
            rows.get(i)
                    .show(
                            there ? model.at(place) : null,
                            there && model.selection().get().contains(place),
                            sought,
                            columns);
        }
        drawBar((double) (top - model.first()), (double) (model.end() - model.first()));
        drawing = false;
    }

    private void drawBar(double value, double total) {
        double most = Math.max(0, total - rows.size());
        bar.setVisible(most > 0);
        bar.setMax(Math.max(1, most));
        bar.setVisibleAmount(total == 0 ? 1 : rows.size() / total * Math.max(1, most));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(rows.size());
        bar.setValue(value);
    }
}
