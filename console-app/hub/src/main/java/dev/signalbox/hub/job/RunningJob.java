// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which devices of a job wait, and which were asked. Belongs to the runner's thread; after a restart it is made anew
/// from the store.
final class RunningJob {
    /// After a connected device turned out not to listen, or failed.
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();
    /// How often the runner looks in a second.
    private static final int BEATS = 10;

    private final StoredJob job;
    private final JobAction action;
    private final Optional<Rate> rate;
    private final Set<DeviceId> waiting;
    private final Set<DeviceId> asked = new LinkedHashSet<>();
    private final Map<DeviceId, Long> notBefore = new HashMap<>();

    RunningJob(StoredJob job, List<DeviceId> pending) {
        this.job = job;
        this.action = JobAction.of(job.order());
        int perSecond = job.order().manner().perSecond();
        this.rate = perSecond == 0
                ? Optional.empty()
                : Optional.of(new Rate(perSecond, Math.max(1, perSecond / BEATS), System::nanoTime));
        this.waiting = new LinkedHashSet<>(pending);
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

    /// Up to so many that can be asked now, as its own rate allows.
    List<DeviceId> next(int share, Predicate<DeviceId> isHere) {
        int most = rate.map(own -> Math.min(share, own.allowed())).orElse(share);
        long now = System.nanoTime();
        List<DeviceId> next = new ArrayList<>();
        for (DeviceId id : waiting) {
            if (next.size() == most) {
                break;
            }
            Long pause = notBefore.get(id);
            if ((action instanceof JobAction.Edit || isHere.test(id)) && (pause == null || now - pause >= 0)) {
                next.add(id);
            }
        }
        return next;
    }

    /// These do not wait any more; some of them were asked.
    void took(List<DeviceId> taken, List<DeviceId> ofThemAsked) {
        rate.ifPresent(own -> own.used(taken.size()));
        taken.forEach(waiting::remove);
        asked.addAll(ofThemAsked);
    }

    /// @param again whether it may be asked again
    void settled(Ending ending, boolean again) {
        asked.remove(ending.device());
        if (again) {
            waiting.add(ending.device());
            notBefore.put(ending.device(), System.nanoTime() + PAUSE_NANOS);
        }
    }

    boolean windowIsOver(Instant now) {
        return !now.isBefore(job.windowEnd());
    }

    void closeWindow() {
        waiting.clear();
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    boolean isDone() {
        return waiting.isEmpty() && asked.isEmpty();
    }
}
