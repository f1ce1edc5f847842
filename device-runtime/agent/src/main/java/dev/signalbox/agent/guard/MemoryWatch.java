// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.report.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Stops who fills the node's memory, before it is full. When more than 85 % of the heap is in use it is
/// collected; when that does not help, the first in the ranking is stopped, then the next. After three, or half a
/// minute, the node starts anew without the one whose end freed most.
final class MemoryWatch {
    static final double SHARE = 0.85;
    private static final double SOME = 0.5;
    private static final int MOST_STOPPED = 3;
    private static final long BETWEEN_COLLECTIONS_NANOS = 2_000_000_000L;
    /// When so much was left in use by the last collection, the rest may be full before two seconds are over.
    private static final double MUCH = 0.65;
    private static final long SHORTLY_NANOS = 300_000_000L;
    private static final long TO_END_NANOS = 3_000_000_000L;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    /// Who allocated less than this part of the heap did not fill it.
    private static final int SMALL_PART = 64;

    private final Heap heap;
    private final Supplier<Collection<StepHost>> steps;
    private final Costs costs;
    private final Ranking ranking;
    private final Restart restart;
    /// What those that were stopped since there was room freed by it.
    private final Map<StepHost, Long> freed = new HashMap<>();

    private long collectedNanos = System.nanoTime() - BETWEEN_COLLECTIONS_NANOS;
    private long stoppedNanos;
    private boolean rehearsed;
    private long fullSince = System.nanoTime();
    private Heap.Filling before = new Heap.Filling(0, 1);
    private List<StepHost> last = List.of();

    MemoryWatch(Heap heap, Supplier<Collection<StepHost>> steps, Costs costs, Restart restart) {
        this.heap = heap;
        this.steps = steps;
        this.costs = costs;
        this.ranking = new Ranking(costs);
        this.restart = restart;
    }

    /// Whether it is to be looked at more often.
    boolean pressing() {
        return heap.now().above(SOME);
    }

    /// Looks, and stops somebody if need be.
    synchronized void look() {
        if (!heap.now().above(SHARE)) {
            rehearse();
            ranking.room(steps.get(), System.nanoTime());
            freed.clear();
            last = List.of();
            fullSince = System.nanoTime();
        } else if (mayCollect()) {
            Heap.Filling filling = collected();
            if (filling.above(SHARE)) {
                costs.look();
                stopNext(filling);
            }
        }
    }

    /// Everything is done once while there is room: code that runs for the first time needs memory.
    private void rehearse() {
        if (!rehearsed && !steps.get().isEmpty()) {
            rehearsed = true;
            costs.look();
            Heap.Filling filling = heap.now();
            suspects(new Heap.Filling(0, 1));
            steps.get().stream().findFirst().ifPresent(step -> GuardProblems.tookTheMemory(step, filling, 0));
        }
    }

    /// Who was stopped last has a little time to end.
    private boolean mayCollect() {
        long now = System.nanoTime();
        boolean ended = last.stream().noneMatch(StepHost::isBeingEnded) || now - stoppedNanos > TO_END_NANOS;
        long pause = before.above(MUCH) ? SHORTLY_NANOS : BETWEEN_COLLECTIONS_NANOS;
        return ended && (!last.isEmpty() || now - collectedNanos >= pause);
    }

    private Heap.Filling collected() {
        Heap.Filling filling = heap.collected();
        collectedNanos = System.nanoTime();
        last.forEach(step -> freed.put(step, before.used() - filling.used()));
        before = filling;
        return filling;
    }

    private void stopNext(Heap.Filling filling) {
        List<Ranking.Place> places = suspects(filling).stream()
                .filter(place -> !freed.containsKey(place.step()))
                .toList();
        boolean inVain = freed.size() >= MOST_STOPPED || System.nanoTime() - fullSince > PATIENCE_NANOS;
        if (!places.isEmpty() && !inVain) {
            stop(places.getFirst(), filling);
        } else if (inVain) {
            giveUp(filling);
        }
    }

    private List<Ranking.Place> suspects(Heap.Filling filling) {
        return ranking.of(steps.get(), System.nanoTime()).stream()
                .filter(place -> place.allocated() > filling.most() / SMALL_PART)
                .toList();
    }

    private void stop(Ranking.Place place, Heap.Filling filling) {
        StepHost step = place.step();
        step.condemn(GuardProblems.tookTheMemory(step, filling, place.allocated()));
        last = List.of(step);
        stoppedNanos = System.nanoTime();
    }

    private void giveUp(Heap.Filling filling) {
        Problem why = GuardProblems.nothingHelps(filling);
        var offender = freed.entrySet().stream()
                .filter(one -> one.getValue() > filling.most() / SMALL_PART)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        restart.without(offender.map(List::of).orElse(List.of()), why);
        freed.clear();
        last = List.of();
        fullSince = System.nanoTime();
    }

    /// Whether a step that found no memory is at fault itself: there was enough but for what it asked, or it is the
    /// first in the ranking. Who is first instead is stopped.
    synchronized boolean isToBlame(StepHost victim) {
        Heap.Filling filling = collected();
        if (!filling.above(SHARE)) {
            return true;
        }
        costs.look();
        List<Ranking.Place> suspects = suspects(filling);
        if (suspects.isEmpty() || suspects.getFirst().step().equals(victim)) {
            return true;
        }
        stop(suspects.getFirst(), filling);
        return false;
    }
}
