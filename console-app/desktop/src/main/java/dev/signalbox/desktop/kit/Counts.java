// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.List;
import java.util.Locale;

/// How many there are, as people say it: whole up to 9,999, then three digits at most.
public final class Counts {
    private static final List<String> UNITS = List.of("k", "M", "G", "T", "P");
    private static final long WHOLE = 10_000;
    private static final double STEP = 1000;

    private Counts() {}

    public static String words(long count) {
        if (count < WHOLE) {
            return String.format(Locale.ROOT, "%,d", count);
        }
        double amount = count / STEP;
        int unit = 0;
        while (amount >= STEP - 0.5 && unit < UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, amount < 9.95 ? "%.1f %s" : "%.0f %s", amount, UNITS.get(unit));
    }
}
