// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import com.sun.management.ThreadMXBean;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.release.StepAddress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What each step costs, looked at once a second. One look is two calls into the JVM for all threads, however many
/// steps there are, and one file for each process.
public final class Costs {
    private final Supplier<Collection<StepHost>> steps;
    private final Map<StepAddress, Meter> meters = new HashMap<>();
    private volatile Map<StepAddress, Cost> costs = Map.of();
    private volatile Map<StepAddress, Integer> threads = Map.of();

    Costs(Supplier<Collection<StepHost>> steps) {
        this.steps = steps;
    }

    /// As of the last look, at most a second ago; nothing for a step that is not known. From any thread.
    public Cost of(StepAddress step) {
        return costs.getOrDefault(step, Cost.NONE);
    }

    /// How many threads it had at the last look, its own among them; 1 or 0 for one in a process of its own.
    int threads(StepAddress step) {
        return threads.getOrDefault(step, 0);
    }

    /// Looks now. From any thread.
    synchronized void look() {
        Collection<StepHost> running = steps.get();
        if (running.isEmpty() && meters.isEmpty()) {
            return; // a node without steps does not load what it takes
        }
        var known = new HashMap<StepAddress, Meter>();
        running.forEach(step -> known.put(step.address(), meters.getOrDefault(step.address(), new Meter())));
        meters.keySet().retainAll(known.keySet());
        meters.putAll(known);
        readThreads();
        running.forEach(this::readProcess);
        settle();
    }

    private void settle() {
        var costsNow = new HashMap<StepAddress, Cost>();
        var threadsNow = new HashMap<StepAddress, Integer>();
        meters.forEach((step, meter) -> {
            costsNow.put(step, meter.settle());
            threadsNow.put(step, meter.alive());
        });
        costs = costsNow;
        threads = threadsNow;
    }

    private void readThreads() {
        List<Thread> owned = new ArrayList<>();
        List<Meter> owners = new ArrayList<>();
        for (Thread thread : Threads.all()) {
            Meter meter = StepHost.owner(thread)
                    .map(step -> meters.get(step.address()))
                    .orElse(null);
            if (meter != null) {
                owned.add(thread);
                owners.add(meter);
            }
        }
        var system = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = owned.stream().mapToLong(Thread::threadId).toArray();
        long[] cpu = system.getThreadCpuTime(ids);
        long[] allocated = system.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            owners.get(i).read(ids[i], new Meter.Reading(cpu[i], allocated[i]));
        }
    }

    private void readProcess(StepHost step) {
        Meter meter = meters.get(step.address());
        if (meter == null) {
            return;
        }
        meter.resident(0);
        step.process().ifPresent(process -> {
            meter.read(-process.pid(), new Meter.Reading(Processes.cpu(process).toNanos(), 0));
            meter.resident(Processes.residentBytes(process));
        });
    }
}
