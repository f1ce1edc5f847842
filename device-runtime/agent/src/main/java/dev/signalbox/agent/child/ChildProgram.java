// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.ForeignException;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.Run;
import dev.signalbox.agent.step.RunRuntime;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A service that runs in a process of its own. The process for the first run is started with the program, so that it
/// has read its source by the time the run begins; its service is constructed no sooner than that.
public final class ChildProgram implements Program {
    private static final long WARM_UP_NANOS = 5_000_000_000L;

    private final ChildLaunch launch;
    private final ChildSource source;
    private final BooleanSupplier onTrial;
    private final AtomicReference<@Nullable ChildProcess> warm = new AtomicReference<>();
    private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();
    private final Actions actions = new Actions();
    private volatile boolean closed;

    /// Names of the service's methods, as its process last told them.
    static final class Actions {
        private volatile Set<String> names = Set.of();

        void are(Set<String> now) {
            names = Set.copyOf(now);
        }
    }

    /// @param onTrial whether a failure is to take the node back to the release before
    public ChildProgram(ChildLaunch launch, ChildSource source, BooleanSupplier onTrial) {
        this.launch = launch;
        this.source = source;
        this.onTrial = onTrial;
    }

    /// Starts the process of the first run. Returns at once.
    public ChildProgram warm() {
        warm.set(launched());
        return this;
    }

    /// Waits a little until the processes have read their sources. One that fails, or takes longer, is told when it
    /// runs.
    public static void awaitReady(Collection<? extends Program> programs) {
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (Program program : programs) {
            if (program instanceof ChildProgram child) {
                child.awaitReady(end);
            }
        }
    }

    private void awaitReady(long end) {
        ChildProcess process = warm.get();
        if (process != null) {
            process.awaitWord(end - System.nanoTime());
        }
    }

    private ChildProcess launched() {
        try {
            running.removeIf(former -> !former.isAlive());
            ChildProcess process = ChildProcess.start(launch);
            running.add(process);
            if (closed) {
                process.close();
            }
            return process;
        } catch (IOException refused) {
            throw new ForeignException(
                    "The process of " + source.file() + " cannot be started: " + refused.getMessage(), "");
        }
    }

    @Override
    public Run begin(RunRuntime runtime) throws Exception {
        ChildProcess ready = warm.getAndSet(null);
        ChildProcess process = ready == null ? launched() : ready;
        var run = new ChildRun(process, runtime, new ChildEar(process, runtime, source, onTrial, actions));
        try {
            run.load();
            return run;
        } catch (Exception died) {
            process.close();
            running.remove(process);
            throw died;
        }
    }

    @Override
    public boolean hasAction(String action) {
        return actions.names.contains(action);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return running.stream()
                .map(ChildProcess::handle)
                .filter(ProcessHandle::isAlive)
                .findFirst();
    }

    /// Kills its process and all that this started.
    @Override
    public void halt(String why) {
        for (ChildProcess process : running) {
            Thread.ofVirtual().start(process::close);
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(ChildProcess::close);
        running.clear();
    }
}
