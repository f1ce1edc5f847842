// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.List;
import java.util.Locale;

/// How much something is, as people say it: three digits at most, in units of 1,024.
public final class Sizes {
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");
    private static final double STEP = 1024;

    private Sizes() {}

    public static String words(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double amount = bytes / STEP;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%,.0f %s", amount, UNITS.get(unit));
    }
}
