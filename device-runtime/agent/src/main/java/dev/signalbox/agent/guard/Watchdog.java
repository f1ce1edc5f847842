// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells systemd that the node is well, as long as all its parts make progress. When one makes none, it writes down
/// where all threads are and ends the node at once, for its supervisor to start it again.
public final class Watchdog implements AutoCloseable {
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Systemd systemd;
    private final NodeLog log;
    private final End end;
    private final List<Watched> parts;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// What is done when a part is stuck.
    ///
    /// @param threads where it is written where all threads are
    public record End(Path threads, Supervisor supervisor) {}

    /// One part, and how long it has made no progress. A pause of the whole machine does not count: no look adds more
    /// than two intervals.
    private static final class Watched {
        private final Progress part;
        private long rounds = -1;
        private Duration idle = Duration.ZERO;

        Watched(Progress part) {
            this.part = part;
        }

        boolean isStuck(Duration since) {
            long now = part.rounds().getAsLong();
            idle = now == rounds ? idle.plus(since) : Duration.ZERO;
            rounds = now;
            return idle.compareTo(part.patience()) > 0;
        }
    }

    private Watchdog(Systemd systemd, NodeLog log, List<Progress> parts, End end) {
        this.systemd = systemd;
        this.log = log;
        this.parts = parts.stream().map(Watched::new).toList();
        this.end = end;
    }

    /// Begins, and tells systemd, if it is there, that the node has started.
    public static Watchdog over(Systemd systemd, NodeLog log, List<Progress> parts, End end) {
        var watchdog = new Watchdog(systemd, log, parts, end);
        Thread.ofPlatform().daemon().name("watchdog").start(watchdog::watch);
        systemd.ready();
        return watchdog;
    }

    private void watch() {
        Duration interval = systemd.interval().orElse(USUAL);
        long before = System.nanoTime();
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                Duration since = Duration.ofNanos(Math.min(now - before, 2 * interval.toNanos()));
                before = now;
                look(since);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Duration since) {
        List<Watched> stuck = new ArrayList<>();
        for (Watched one : parts) {
            if (one.isStuck(since)) {
                stuck.add(one);
            }
        }
        if (stuck.isEmpty()) {
            systemd.alive();
        } else {
            giveUp(stuck.getFirst().part);
        }
    }

    private void giveUp(Progress part) {
        Problem why = GuardProblems.stuck(part.name());
        Optional<Path> written = ThreadDump.into(end.threads());
        System.err.println(why + written.map(file -> " Threads are in " + file).orElse(""));
        closed.countDown();
        if (end.supervisor().startsAgain()) {
            end.supervisor().halt();
        } else {
            log.runtime(LogLevel.ERROR, why.toString());
        }
    }

    /// The node ends: from now on systemd waits for that only.
    @Override
    public void close() {
        closed.countDown();
        systemd.stopping();
    }
}
