// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which devices of a job wait, and which were asked. Those that wait stay in the store: they are gone through again
/// and again, a page at a time, so that a job may have any number of them. Belongs to the runner's thread; after a
/// restart it is made anew from the store.
final class RunningJob {
    static final int PAGE = 1000;

    /// How many pages are gone through before others have their turn.
    private static final int MOST_PAGES = 10;

    /// After a connected device turned out not to listen, or failed.
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();
    /// How often the runner looks in a second.
    private static final int BEATS = 10;

    private final StoredJob job;
    private final JobAction action;
    private final Optional<Rate> rate;
    private final Waiting waiting;
    private final Deque<DeviceId> page = new ArrayDeque<>();
    private final Set<DeviceId> asked = new HashSet<>();
    private final Map<DeviceId, Long> notBefore = new HashMap<>();
    private String reached = "";
    private boolean leftSome;
    private boolean allTaken;
    private boolean closing;

    /// Reads who waits.
    interface Waiting {
        /// Up to a page of those that wait, by id, after one; none after the last.
        List<DeviceId> after(String device);
    }

    RunningJob(StoredJob job, Waiting waiting) {
        this.job = job;
        this.action = JobAction.of(job.order());
        this.waiting = waiting;
        int perSecond = job.order().manner().perSecond();
        this.rate = perSecond == 0
                ? Optional.empty()
                : Optional.of(new Rate(perSecond, Math.max(1, perSecond / BEATS), System::nanoTime));
    }

    StoredJob job() {
        return job;
    }

    JobAction action() {
        return action;
    }

    /// Whether only its own rate keeps it from asking more.
    boolean isHeldBack() {
        return isWaiting() && rate.filter(own -> own.allowed() == 0).isPresent();
    }

    /// Takes up to so many that can be asked now, as its own rate allows.
    List<DeviceId> next(int share, Predicate<DeviceId> isHere) {
        int most = rate.map(own -> Math.min(share, own.allowed())).orElse(share);
        long now = System.nanoTime();
        notBefore.values().removeIf(pause -> now - pause >= 0);
        List<DeviceId> next = new ArrayList<>();
        int pages = 0;
        while (next.size() < most && !allTaken) {
            if (page.isEmpty() && (pages++ == MOST_PAGES || !turn())) {
                break;
            }
            for (DeviceId id = page.poll(); id != null; id = next.size() < most ? page.poll() : null) {
                boolean ready = (action instanceof JobAction.Edit || isHere.test(id)) && !notBefore.containsKey(id);
                leftSome |= !ready;
                if (ready) {
                    next.add(id);
                }
            }
        }
        return next;
    }

    /// Turns to the next page. Returns whether there was one; if not, it begins anew with those that were left.
    private boolean turn() {
        page.addAll(waiting.after(reached));
        if (!page.isEmpty()) {
            reached = page.getLast().value();
            return true;
        }
        allTaken = !leftSome;
        leftSome = false;
        reached = "";
        return false;
    }

    /// These do not wait any more; some of them were asked.
    void took(List<DeviceId> taken, List<DeviceId> ofThemAsked) {
        rate.ifPresent(own -> own.used(taken.size()));
        asked.addAll(ofThemAsked);
    }

    /// @param again whether it may be asked again
    void settled(Ending ending, boolean again) {
        asked.remove(ending.device());
        if (again) {
            allTaken = false;
            leftSome = true;
            notBefore.put(ending.device(), System.nanoTime() + PAUSE_NANOS);
        }
    }

    boolean windowIsOver(Instant now) {
        return !now.isBefore(job.windowEnd());
    }

    /// Nobody else is asked; those who wait are ended, piece by piece, until it is `closed`.
    void closeWindow() {
        page.clear();
        allTaken = true;
        closing = true;
    }

    void closed() {
        closing = false;
    }

    boolean isClosing() {
        return closing;
    }

    boolean isWaiting() {
        return !allTaken;
    }

    boolean isDone() {
        return allTaken && !closing && asked.isEmpty();
    }
}
