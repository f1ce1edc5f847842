// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.intake;

import dev.signalbox.operator.intake.IntakeView.Quota;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Counts what each device sends in a day, which begins at midnight, UTC. Begins anew when the hub starts. For all
/// threads.
public final class DayQuota {
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final long most;
    private final InstantSource clock;
    private final Map<String, Long> sent = new HashMap<>();
    private final Set<String> reached = new TreeSet<>();
    private long day;
    private long refused;

    /// @param most messages of a device; 0 for any number
    public DayQuota(long most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /// Counts a message; false if it is one too many, and then it is not counted.
    boolean takes(String device) {
        return most == 0 || counts(device);
    }

    private synchronized boolean counts(String device) {
        beginDay();
        long before = sent.getOrDefault(device, 0L);
        if (before >= most) {
            reached.add(device);
            refused++;
            return false;
        }
        sent.put(device, before + 1);
        return true;
    }

    /// A message that was counted was there before, or could not be stored.
    void givesBack(String device) {
        if (most > 0) {
            synchronized (this) {
                sent.computeIfPresent(device, (_, count) -> count > 1 ? count - 1 : null);
            }
        }
    }

    private void beginDay() {
        long now = Math.floorDiv(clock.millis(), DAY_MILLIS);
        if (now != day) {
            day = now;
            sent.clear();
            reached.clear();
            refused = 0;
        }
    }

    long most() {
        return most;
    }

    synchronized Quota view() {
        beginDay();
        List<String> named = reached.stream().limit(Quota.MOST_NAMED).toList();
        return new Quota(most, named, reached.size(), refused);
    }
}
