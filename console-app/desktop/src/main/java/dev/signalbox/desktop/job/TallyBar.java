// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.operator.job.JobTally;
import java.util.List;
import javafx.scene.layout.Region;

/// How a job's devices fare, as one bar in as many parts as there are outcomes. What is pending is the bar's ground.
final class TallyBar extends Region {
    private final List<Region> parts = List.of(part("good"), part("bad"), part("unknown"), part("out"), part("busy"));
    private JobTally tally = JobTally.NONE;

    TallyBar(JobTally tally) {
        getStyleClass().add("tally-bar");
        getChildren().addAll(parts);
        show(tally);
    }

    void show(JobTally now) {
        tally = now;
        requestLayout();
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add("tally-" + style);
        return part;
    }

    @Override
    protected void layoutChildren() {
        long[] numbers = {tally.succeeded(), tally.failed(), tally.unknown(), tally.cancelled(), tally.running()};
        double left = 0;
        for (int i = 0; i < numbers.length; i++) {
            double width = tally.total() == 0 ? 0 : getWidth() * numbers[i] / tally.total();
            parts.get(i).resizeRelocate(left, 0, width, getHeight());
            left += width;
        }
    }
}
