// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When the node ended to be started again, on disk, so that it does not do so for ever. A clock that is put back frees
/// what it put into the future.
final class RecentRestarts {
    static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final String FILE = "restarts.json";

    private final Folder folder;
    private final Clock clock;

    record Kept(List<Instant> times) {
        Kept {
            times = List.copyOf(times);
        }
    }

    RecentRestarts(Folder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Whether one more is allowed, which counts as done then. Not when that cannot be written down.
    boolean allow() {
        Instant now = clock.instant();
        try {
            var times = new ArrayList<>(folder.read(FILE)
                    .map(json -> Json.read(json, Kept.class).times())
                    .orElse(List.of()));
            times.removeIf(time -> time.isAfter(now) || time.isBefore(now.minus(WINDOW)));
            if (times.size() >= MOST) {
                return false;
            }
            times.add(now);
            folder.write(FILE, Json.write(new Kept(times)));
            return true;
        } catch (ProblemException unusable) {
            System.getLogger("node").log(Level.ERROR, "The node does not restart itself", unusable);
            return false;
        }
    }
}
