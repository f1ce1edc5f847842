// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.node;

import dev.signalbox.agent.figures.Reading;
import dev.signalbox.agent.guard.Guard;
import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepWatcher;
import dev.signalbox.agent.step.StepWorld;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.agent.swap.Orchestrator;
import dev.signalbox.agent.swap.Steps;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.api.Settings;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a node has inside, wired as there: disk, compiler, steps, supervision, counts. In the hub's place are a table
/// of
/// releases and a queue of what was submitted.
public final class NodeInside implements AutoCloseable, StepWatcher {
    private static final long PATIENCE_SECONDS = 600;
    private static final Operator OPERATOR = new Operator();

    private final SignedReleases hub = new SignedReleases();
    private final BlockingQueue<Object> submitted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Stood> stands = new LinkedBlockingQueue<>();
    private final NodeLog log = new NodeLog(Clock.systemUTC(), NodeInside::show, (payload, properties) -> true);
    private final Switchboard switchboard = new Switchboard(log, (from, message) -> submitted.add(message.body()));
    private final Steps steps = new Steps(
            switchboard,
            (plan, program, mailbox, release) -> new StepHost(plan, program, world(release), mailbox),
            log,
            (running, asked, state, problem) -> stands.add(new Stood(running, problem)));
    private final Guard guard;
    private final Reading reading;
    private final Orchestrator orchestrator;

    private long ordered;

    private record Stood(long running, Optional<Problem> problem) {}

    /// One that runs nothing yet, and keeps what it must keep in that folder.
    public NodeInside(Path path) {
        Folder folder = Folder.at(path);
        this.guard = Guard.over(steps::all, folder, log, Supervisor.known());
        this.reading = new Reading(steps::all, switchboard, guard.supervision().costs()::of);
        this.orchestrator =
                new Orchestrator(folder, new Releases(folder, hub, hub.ownerKey()), steps, Duration.ofHours(1));
        orchestrator.start();
    }

    private static void show(LogLine line) {
        if (line.level() == LogLevel.ERROR || line.level() == LogLevel.WARNING) {
            System.err.println(line.step() + ": " + line.text() + " " + line.faultDescription());
        }
    }

    private StepWorld world(CheckedRelease release) {
        return new StepWorld(
                log,
                switchboard,
                this,
                plan -> new Settings(
                        "bench",
                        plan.address().flow(),
                        plan.address().step(),
                        release.order().release()),
                Optional::of);
    }

    /// Releases these services and no others; returns when the release runs.
    ///
    /// @param inARow whether each is wired to the next
    public void release(List<ServiceText> services, boolean inARow) throws InterruptedException, TimeoutException {
        order(services, inARow);
        awaitOrdered();
    }

    /// The same without waiting.
    ///
    /// @return `System.nanoTime` at the order
    public long order(List<ServiceText> services, boolean inARow) {
        var order = hub.release(services, inARow);
        ordered = order.release();
        long begin = System.nanoTime();
        orchestrator.order(order);
        return begin;
    }

    /// Waits until what was ordered runs. Throws IllegalStateException when the node refuses it.
    public void awaitOrdered() throws InterruptedException, TimeoutException {
        for (long running = 0; running != ordered; ) {
            Stood now = next(stands);
            if (now.problem().isPresent()) {
                throw new IllegalStateException(now.problem().get().toString());
            }
            running = now.running();
        }
    }

    /// Has a step do one of its methods. Does not wait until it is done.
    public void tell(ServiceText service, String method, Object body) {
        var message = new Message("1", Instant.EPOCH, "operator", Map.of(), Body.of(body));
        switchboard.act(OPERATOR, service.address().toString(), method, message);
    }

    /// Waits for the next that a service submits to the hub.
    public Object submitted() throws InterruptedException, TimeoutException {
        return next(submitted);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException, TimeoutException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new TimeoutException("Nothing came for " + PATIENCE_SECONDS + " s");
        }
        return next;
    }

    /// What steps have done and wires have carried.
    public NodeFigures figures() {
        return reading.get();
    }

    @Override
    public void changed(StepHost step) {}

    @Override
    public void died(StepHost step, Problem why) {
        orchestrator.died(step, why);
    }

    @Override
    public boolean deathGoesBack() {
        return orchestrator.deathGoesBack();
    }

    @Override
    public void close() {
        guard.restart().ending();
        orchestrator.close();
        guard.close();
        log.close();
    }
}
