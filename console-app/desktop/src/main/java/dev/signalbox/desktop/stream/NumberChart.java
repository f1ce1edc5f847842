// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.InWords;
import java.util.List;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/// Draws lines over time.
final class NumberChart extends LineChart<Number, Number> {
    private static final int FEW_POINTS = 80;

    private final NumberAxis time;
    private TimeScale scale = TimeScale.over(0, 1);

    NumberChart() {
        this(new NumberAxis(), new NumberAxis());
    }

    private NumberChart(NumberAxis time, NumberAxis value) {
        super(time, value);
        this.time = time;
        setId("number-chart");
        getStyleClass().add("number-chart");
        setAnimated(false);
        setLegendVisible(false);
        time.setAutoRanging(false);
        time.setAnimated(false);
        time.setMinorTickVisible(false);
        time.setTickLabelFormatter(new InWords<>(at -> scale.words(at.longValue())));
        time.setLabel("Received (UTC)");
        value.setForceZeroInRange(false);
        value.setAnimated(false);
        value.setMinorTickVisible(false);
        for (int slot = 0; slot < Samples.MOST_LINES; slot++) {
            getData().add(new Series<>());
        }
    }

    /// Each line keeps the colour of its slot. A few points are dots too.
    void show(Samples.Lines lines, String field) {
        ((NumberAxis) getYAxis()).setLabel(field);
        setCreateSymbols(lines.points() <= FEW_POINTS);
        for (int slot = 0; slot < Samples.MOST_LINES; slot++) {
            int at = slot;
            List<Data<Number, Number>> points = lines.lines().stream()
                    .filter(line -> line.slot() == at)
                    .flatMap(line -> line.points().stream())
                    .map(point -> new XYChart.Data<Number, Number>(point.at(), point.value()))
                    .toList();
            getData().get(slot).getData().setAll(points);
        }
        fit(lines);
    }

    private void fit(Samples.Lines lines) {
        if (lines.points() == 0) {
            return;
        }
        long first = lines.lines().stream()
                .mapToLong(line -> line.points().stream()
                        .mapToLong(ChartLine.Point::at)
                        .min()
                        .orElseThrow())
                .min()
                .orElseThrow();
        long last = lines.lines().stream()
                .mapToLong(line -> line.points().stream()
                        .mapToLong(ChartLine.Point::at)
                        .max()
                        .orElseThrow())
                .max()
                .orElseThrow();
        scale = TimeScale.over(first, last);
        time.setLowerBound((double) scale.from());
        time.setUpperBound((double) scale.to());
        time.setTickUnit((double) scale.step());
    }
}
