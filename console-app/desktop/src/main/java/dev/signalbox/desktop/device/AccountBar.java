// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import java.util.List;
import javafx.scene.layout.Region;

/// What was taken, as one bar in as many parts as became of it. What is not accounted for is the bar's ground.
final class AccountBar extends Region {
    /// The fewest pixels that can be seen: a few lost messages among millions are what one looks for.
    private static final double LEAST = 4;

    private static final double GAP = 1;

    private List<AccountSheet.Line> parts = List.of();
    private long whole;

    AccountBar() {
        getStyleClass().add("account-bar");
    }

    void show(AccountSheet sheet) {
        parts = sheet.parts().stream().filter(line -> line.count() > 0).toList();
        whole = Math.max(
                sheet.taken().count(),
                parts.stream().mapToLong(AccountSheet.Line::count).sum());
        getChildren().setAll(parts.stream().map(AccountBar::part).toList());
        requestLayout();
    }

    private static Region part(AccountSheet.Line line) {
        var part = new Region();
        part.getStyleClass().add(line.part().styleName());
        return part;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - (LEAST + GAP) * parts.size() + GAP;
        double left = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = LEAST + room * parts.get(i).count() / whole;
            getChildren().get(i).resizeRelocate(left, 0, width, getHeight());
            left += width + GAP;
        }
    }
}
