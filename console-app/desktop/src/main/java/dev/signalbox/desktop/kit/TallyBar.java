// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.List;
import javafx.scene.layout.Region;

/// How many fare, as one bar in as many parts as there are outcomes. Those that wait are the bar's ground.
public final class TallyBar extends Region {
    private final List<Region> regions = List.of(part("good"), part("bad"), part("unknown"), part("out"), part("busy"));
    private Parts parts;

    /// How many there are of each.
    ///
    /// @param out those that take no part any more
    /// @param busy those that are at it
    /// @param total all, those that wait too
    public record Parts(long good, long bad, long unknown, long out, long busy, long total) {
        public static final Parts NONE = new Parts(0, 0, 0, 0, 0, 0);
    }

    public TallyBar(Parts parts) {
        this.parts = parts;
        getStyleClass().add("tally-bar");
        getChildren().addAll(regions);
    }

    public void show(Parts now) {
        parts = now;
        requestLayout();
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add("tally-" + style);
        return part;
    }

    @Override
    protected void layoutChildren() {
        long[] numbers = {parts.good(), parts.bad(), parts.unknown(), parts.out(), parts.busy()};
        double left = 0;
        for (int i = 0; i < numbers.length; i++) {
            double width = parts.total() == 0 ? 0 : getWidth() * numbers[i] / parts.total();
            regions.get(i).resizeRelocate(left, 0, width, getHeight());
            left += width;
        }
    }
}
