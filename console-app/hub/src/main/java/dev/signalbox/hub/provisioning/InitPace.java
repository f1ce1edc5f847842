// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often devices may begin to ask by one token: sixty times in a minute. May be used from any thread.
final class InitPace {
    private static final int MOST = 60;
    private static final int REMEMBERED = 1_000;

    private final Map<String, Minute> minutes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Minute(Instant begin, int count) {}

    /// Whether one more may; counts it if so.
    synchronized boolean takes(String token, Instant now) {
        Minute before = minutes.getOrDefault(token, new Minute(now, 0));
        boolean over =
                now.isBefore(before.begin()) || !now.isBefore(before.begin().plus(Duration.ofMinutes(1)));
        Minute minute = over ? new Minute(now, 1) : new Minute(before.begin(), before.count() + 1);
        if (minute.count() > MOST) {
            return false;
        }
        minutes.remove(token);
        minutes.put(token, minute);
        return true;
    }
}
