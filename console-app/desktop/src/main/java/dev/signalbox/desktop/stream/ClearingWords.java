// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.ClearingWay;
import java.util.Locale;

/// How far a clearing of dead letters has come, in words.
final class ClearingWords {
    private ClearingWords() {}

    static String of(ClearingView clearing) {
        boolean again = clearing.way() == ClearingWay.SEND_AGAIN;
        if (clearing.running()) {
            return String.format(
                    Locale.ROOT,
                    again ? "Sending again: %,d of %,d" : "Discarding: %,d of %,d",
                    clearing.done(),
                    clearing.letters());
        }
        String left = clearing.stayed() == 0
                ? ""
                : String.format(Locale.ROOT, " · %,d dead letters still", clearing.stayed());
        String what = String.format(
                Locale.ROOT, again ? "%,d sent again" : "%,d discarded", clearing.done() - clearing.stayed());
        return what + left + " · by " + clearing.by() + ", " + Moments.exact(clearing.since()) + " UTC";
    }

    /// From 0 to 1.
    static double progress(ClearingView clearing) {
        return clearing.letters() == 0 ? 0 : Math.min(1, (double) clearing.done() / clearing.letters());
    }
}
