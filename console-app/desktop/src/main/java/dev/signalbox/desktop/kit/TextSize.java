// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// How large the program writes and what it writes on, in hundredths of the usual. One for the whole program, as the
/// toolkit's base sheet is. To be used on the window's thread.
public final class TextSize {
    /// As designed.
    public static final int USUAL = 100;

    private static final List<Integer> STEPS = List.of(80, 90, USUAL, 110, 125, 150, 175, 200);
    private static final IntegerProperty PERCENT = new SimpleIntegerProperty(USUAL);

    private TextSize() {}

    public static ReadOnlyIntegerProperty percent() {
        return PERCENT;
    }

    /// Sets the step that is nearest.
    public static void set(int percent) {
        PERCENT.set(STEPS.stream()
                .min((one, other) -> Math.abs(one - percent) - Math.abs(other - percent))
                .orElse(USUAL));
    }

    public static void larger() {
        step(1);
    }

    public static void smaller() {
        step(-1);
    }

    private static void step(int by) {
        PERCENT.set(STEPS.get(Math.clamp(STEPS.indexOf(PERCENT.get()) + by, 0, STEPS.size() - 1)));
    }

    /// A length that goes with the words.
    ///
    /// @param usual in pixels, as designed
    public static double of(double usual) {
        return usual * PERCENT.get() / USUAL;
    }

    /// The same, as it changes. Whoever binds to it may forget it.
    public static DoubleBinding px(double usual) {
        return Bindings.createDoubleBinding(() -> of(usual), PERCENT);
    }
}
