// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.release.StepAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which step may have filled the memory, most likely first. What a step holds cannot be told in a
/// shared heap, so it is what its threads allocated since there was room, less what they allocated in
/// such a time while there was. A service that makes much garbage all the time is so not taken for one
/// that began to keep things. Used by one thread.
final class Ranking {
    /// A rate over less than this says nothing.
    private static final long LEAST_NANOS = 2_000_000_000L;
    private static final long BETWEEN_NANOS = 250_000_000L;

    private final Costs costs;
    private Map<StepAddress, Long> firstWithRoom = Map.of();
    private Map<StepAddress, Long> lastWithRoom = Map.of();
    private long firstNanos;
    private long lastNanos;

    /// @param score bytes above what is usual for it
    /// @param allocated bytes since there was room
    record Place(StepHost step, long score, long allocated) {}

    Ranking(Costs costs) {
        this.costs = costs;
    }

    /// There is room now. The usual rate is of the last minute or two of that.
    void room(Collection<StepHost> steps, long nowNanos) {
        if (!lastWithRoom.isEmpty() && nowNanos - lastNanos < BETWEEN_NANOS) {
            return;
        }
        var now = new HashMap<StepAddress, Long>();
        steps.forEach(step -> now.put(step.address(), allocated(step)));
        if (firstWithRoom.isEmpty() || nowNanos - firstNanos > 60 * LEAST_NANOS) {
            firstWithRoom = lastWithRoom.isEmpty() ? now : lastWithRoom;
            firstNanos = lastWithRoom.isEmpty() ? nowNanos : lastNanos;
        }
        lastWithRoom = now;
        lastNanos = nowNanos;
    }

    /// Those in the node's process, most suspect first.
    List<Place> of(Collection<StepHost> steps, long nowNanos) {
        return steps.stream()
                .map(step -> place(step, nowNanos))
                .filter(place -> place.allocated() > 0)
                .sorted(Comparator.comparingLong(Place::score)
                        .thenComparingLong(Place::allocated)
                        .reversed())
                .toList();
    }

    private Place place(StepHost step, long nowNanos) {
        long since = allocated(step) - lastWithRoom.getOrDefault(step.address(), 0L);
        long spared = lastNanos - firstNanos;
        long then = lastWithRoom.getOrDefault(step.address(), 0L) - firstWithRoom.getOrDefault(step.address(), 0L);
        double usual = spared < LEAST_NANOS ? 0 : (double) then / spared * (nowNanos - lastNanos);
        return new Place(step, (long) (since - usual), since);
    }

    private long allocated(StepHost step) {
        return costs.of(step.address()).allocatedBytes();
    }
}
