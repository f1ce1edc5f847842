// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.Locale;

/// How many come in a second, as people say it.
final class Rates {
    private static final int WHOLE = 10;

    private Rates() {}

    static String perSecond(double rate) {
        return String.format(Locale.ROOT, rate < WHOLE ? "%.1f/s" : "%,.0f/s", rate);
    }
}
