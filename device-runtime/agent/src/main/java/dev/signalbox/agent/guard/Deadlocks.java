// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds threads that wait for each other for ever. Their steps are stopped, which helps those that wait so that they
/// can be interrupted; of the others the node gets rid by starting anew. Used by one thread.
final class Deadlocks {
    private static final int DEEP = 64;
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private final NodeLog log;
    private final Restart restart;
    private Map<Long, Long> seenSince = new HashMap<>();
    private final Set<Long> givenUp = new LinkedHashSet<>();

    Deadlocks(NodeLog log, Restart restart) {
        this.log = log;
        this.restart = restart;
    }

    void look() {
        ThreadMXBean system = ManagementFactory.getThreadMXBean();
        long @Nullable [] ids = system.findDeadlockedThreads();
        if (ids == null) {
            seenSince.clear();
            return;
        }
        Set<Long> fresh = Arrays.stream(ids).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
        fresh.removeAll(givenUp);
        if (!fresh.isEmpty()) {
            look(fresh, system.getThreadInfo(ids, DEEP));
        }
    }

    private void look(Set<Long> ids, @Nullable ThreadInfo[] infos) {
        Map<Long, Thread> threads =
                Threads.all().stream().collect(Collectors.toMap(Thread::threadId, Function.identity()));
        Problem problem = GuardProblems.deadlock(told(infos, threads));
        Set<StepHost> steps = steps(ids, threads);
        long now = System.nanoTime();
        boolean isNew = !seenSince.keySet().containsAll(ids);
        ids.forEach(id -> seenSince.putIfAbsent(id, now));
        if (isNew) {
            long stopped = steps.stream().filter(step -> step.condemn(problem)).count();
            if (stopped == 0) {
                log.runtime(LogLevel.ERROR, problem.toString());
            }
        } else if (ids.stream().allMatch(id -> now - seenSince.getOrDefault(id, now) > PATIENCE_NANOS)) {
            givenUp.addAll(ids);
            restart.without(steps, problem);
        }
    }

    private static Set<StepHost> steps(Set<Long> ids, Map<Long, Thread> threads) {
        return ids.stream()
                .map(threads::get)
                .flatMap(thread -> Optional.ofNullable(thread).flatMap(StepHost::owner).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String told(@Nullable ThreadInfo[] infos, Map<Long, Thread> threads) {
        List<String> each = new ArrayList<>();
        for (ThreadInfo info : infos) {
            if (info != null) {
                each.add(told(info, Optional.ofNullable(threads.get(info.getThreadId()))));
            }
        }
        return String.join("; ", each);
    }

    private static String told(ThreadInfo info, Optional<Thread> thread) {
        Optional<StepHost> step = thread.flatMap(StepHost::owner);
        String line = thread.flatMap(one -> step.flatMap(host -> host.line(one)))
                .map(at -> " at " + at)
                .orElse("");
        LockInfo lock = info.getLockInfo();
        return step.map(host -> host.address() + ", thread ").orElse("thread ") + info.getThreadName() + line
                + ", waits for "
                + (lock == null ? "a lock" : lock.toString()) + ", which " + info.getLockOwnerName() + " holds";
    }
}
