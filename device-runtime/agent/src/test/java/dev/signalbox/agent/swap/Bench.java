// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.figures.Reading;
import dev.signalbox.agent.guard.Guard;
import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepWatcher;
import dev.signalbox.agent.step.StepWorld;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Twin;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A node's inside on a bench: real disk, real compiler, real threads; the hub is a table of what it would send.
class Bench implements AutoCloseable, StepWatcher {
    static final Duration SOON = Duration.ofSeconds(90);
    private static final String SECRET = "secret:";

    final HubTable hub;
    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<String> submitted = new CopyOnWriteArrayList<>();
    final List<String> stands = new CopyOnWriteArrayList<>();
    final List<String> states = new CopyOnWriteArrayList<>();
    Duration trial;

    private final Path path;
    private final Consumer<LogLine> sink;
    Guard guard;
    private NodeLog log;
    private Orchestrator orchestrator;
    private Steps steps;
    private Switchboard switchboard;
    private Reading reading;

    Bench(Path path) {
        this(path, new HubTable(), Duration.ofSeconds(60));
    }

    Bench(Path path, HubTable hub, Duration trial) {
        this.path = path;
        this.hub = hub;
        this.trial = trial;
        this.sink = lines::add;
        start();
    }

    /// Keeps no lines.
    Bench(Path path, HubTable hub, Duration trial, Consumer<LogLine> sink) {
        this.path = path;
        this.hub = hub;
        this.trial = trial;
        this.sink = sink;
        start();
    }

    /// Begins anew on the same disk, as after a power cut.
    void restart() {
        close();
        stands.clear();
        lines.clear();
        start();
    }

    private void start() {
        log = new NodeLog(Clock.systemUTC(), sink, (payload, properties) -> true);
        switchboard = new Switchboard(log, (from, message) -> submitted.add(from + " " + message.body()));
        steps = new Steps(
                switchboard,
                (plan, program, mailbox, release) -> new StepHost(plan, program, world(release, switchboard), mailbox),
                log,
                (running, ordered, state, problem) -> stands.add(running + " " + ordered + " " + state
                        + problem.map(p -> " " + p.code()).orElse("")));
        Folder folder = Folder.at(path);
        var releases = new Releases(folder, hub, Ed25519.fingerprint(hub.owner.getPublic()));
        guard = Guard.over(steps::all, folder, log, Supervisor.known());
        reading = new Reading(steps::all, switchboard, guard.supervision().costs()::of);
        orchestrator = new Orchestrator(folder, releases, steps, trial);
        orchestrator.start();
    }

    Switchboard switchboard() {
        return switchboard;
    }

    private StepWorld world(CheckedRelease release, Switchboard switchboard) {
        return new StepWorld(
                log,
                switchboard,
                this,
                p -> new Settings(
                        "bench",
                        p.address().flow(),
                        p.address().step(),
                        release.order().release()),
                value -> Optional.ofNullable(
                        value.startsWith(SECRET) ? release.secrets().get(value.substring(SECRET.length())) : value));
    }

    /// An operator switches that off, and everything else on.
    void switches(Switches now) {
        orchestrator.switches(now);
    }

    /// Has an operator do that to the step of that class, and waits until it is done.
    StepReport act(String name, StepDeed deed) {
        return orchestrator
                .act(new StepWish(new StepAddress("flow", name), deed))
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /// Calls a step's method as an operator does.
    CompletionStage<?> call(String name, String method, Object value) {
        var operator = new StepAddress("operator", "operator");
        Sender sender = new Sender() {
            @Override
            public StepAddress address() {
                return operator;
            }

            @Override
            public String service() {
                return "operator";
            }

            @Override
            public boolean isEnding() {
                return false;
            }
        };
        var message = new Message("1", Instant.EPOCH, "operator", Map.of(), Body.of(value));
        return switchboard.call(sender, new StepAddress("flow", name), method, message);
    }

    /// How the step of that class stands.
    StepReport report(String name) {
        return steps.reports().stream()
                .filter(step -> step.step().step().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void awaitStep(String name, StepState state) {
        awaiting(
                name + " is " + state,
                () -> steps.reports().stream().anyMatch(one -> one.step().step().equals(name) && one.state() == state));
    }

    /// Has the hub sign a release of these sources, and orders all of it.
    Order run(long number, String... sources) {
        Order order = hub.release(number, sources);
        order(order);
        return order;
    }

    void order(Order order) {
        orchestrator.order(order);
    }

    /// An operator wants it to run what is assigned.
    void converge() {
        orchestrator.converge();
    }

    /// Waits until the node says it stands there: `running ordered STATE code`.
    void awaitStand(String stand) {
        awaiting("the node stands at " + stand, () -> stands.contains(stand));
    }

    /// How often it said that it fell back.
    long fallBacks() {
        return stands.stream().filter(stand -> stand.contains("FELL_BACK")).count();
    }

    /// How many steps run.
    int running() {
        return steps.all().size();
    }

    /// The hub has this desired of the node.
    void twin(Twin twin) {
        steps.tellAll(run -> run.stateUpdate(twin));
    }

    void awaitLine(String text) {
        awaiting(
                "a line says " + text,
                () -> lines.stream().anyMatch(line -> line.text().contains(text)));
    }

    void awaitState(String state) {
        awaiting("a step is " + state, () -> states.contains(state));
    }

    void awaiting(String what, java.util.function.BooleanSupplier condition) {
        try {
            Await.until(what, SOON, condition);
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + "; it stood at " + stands + " and said " + lines, inVain);
        }
    }

    /// What the steps have done so far.
    NodeFigures figures() {
        return reading.get();
    }

    long count(String text) {
        return lines.stream().filter(line -> line.text().equals(text)).count();
    }

    static String running(long release) {
        return release + " " + release + " " + ReleaseState.TRIAL;
    }

    @Override
    public void changed(StepHost step) {
        states.add(step.plan().address().step() + " " + step.report().state());
        if (step.report().state() == StepState.QUARANTINED) {
            step.report().problem().ifPresent(why -> guard.quarantine().put(step.plan(), why));
        }
    }

    @Override
    public void pardoned(StepPlan plan) {
        guard.quarantine().lift(plan.address());
    }

    @Override
    public Optional<Problem> barred(StepPlan plan) {
        return guard.quarantine().of(plan);
    }

    @Override
    public boolean isToBlame(StepHost step) {
        return guard.supervision().isToBlame(step);
    }

    @Override
    public void unstoppable(StepHost step, Problem why) {
        guard.restart().without(List.of(step), why);
    }

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
