// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.Locale;

/// How many come in a second, as people say it.
public final class Rates {
    private static final int WHOLE = 10;

    private Rates() {}

    public static String perSecond(double rate) {
        if (rate == 0) {
            return "0/s";
        }
        return String.format(Locale.ROOT, rate < WHOLE ? "%.1f/s" : "%,.0f/s", Math.max(rate, 0.1));
    }
}
