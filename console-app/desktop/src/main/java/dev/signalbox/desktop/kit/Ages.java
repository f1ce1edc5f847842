// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was, as people say it.
public final class Ages {
    private Ages() {}

    public static String since(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }
}
