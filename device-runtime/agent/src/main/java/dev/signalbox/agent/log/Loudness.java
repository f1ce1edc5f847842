// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.action.LogWish;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/// Which lines the hub gets: all, but for what an operator set for a while. What was set for a step
/// counts more than what was set for the node. From any thread; times are monotonic.
public final class Loudness {
    private static final String ALL = "";
    private static final int MOST = 1_000;

    private final LongSupplier nanos;
    private volatile Map<String, Setting> settings = Map.of();

    public Loudness(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Setting(LogLevel level, long end) {}

    /// Sets it until its time has passed. Answers false when too many are set already.
    public synchronized boolean set(LogWish wish) {
        long now = nanos.getAsLong();
        var next = new HashMap<>(settings);
        next.values().removeIf(setting -> setting.end() - now <= 0);
        String key = wish.step().map(step -> key(step.toString())).orElse(ALL);
        next.remove(key);
        if (next.size() >= MOST) {
            return false;
        }
        if (wish.seconds() > 0) {
            next.put(key, new Setting(wish.level(), now + wish.seconds() * 1_000_000_000L));
        }
        settings = Map.copyOf(next);
        return true;
    }

    boolean admits(LogLine line) {
        Map<String, Setting> now = settings;
        if (now.isEmpty()) {
            return true;
        }
        Setting setting = now.get(key(line.step()));
        Setting counts = setting == null || isOver(setting) ? now.get(ALL) : setting;
        return counts == null || isOver(counts) || line.level().compareTo(counts.level()) >= 0;
    }

    private boolean isOver(Setting setting) {
        return setting.end() - nanos.getAsLong() <= 0;
    }

    private static String key(String step) {
        return step.toLowerCase(Locale.ROOT);
    }
}
