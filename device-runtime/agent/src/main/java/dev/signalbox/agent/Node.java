// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.action.NodeMethods;
import dev.signalbox.agent.action.StepCalls;
import dev.signalbox.agent.figures.Figures;
import dev.signalbox.agent.figures.Reading;
import dev.signalbox.agent.guard.NodeRestart;
import dev.signalbox.agent.guard.Progress;
import dev.signalbox.agent.guard.Quarantine;
import dev.signalbox.agent.guard.Supervision;
import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.agent.guard.Systemd;
import dev.signalbox.agent.guard.Watchdog;
import dev.signalbox.agent.identity.Identity;
import dev.signalbox.agent.identity.Member;
import dev.signalbox.agent.local.AppCalls;
import dev.signalbox.agent.local.LocalSide;
import dev.signalbox.agent.local.Surroundings;
import dev.signalbox.agent.log.LogFile;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.HubReleaseSource;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.Exchange;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepWatcher;
import dev.signalbox.agent.step.StepWorld;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.agent.swap.Orchestrator;
import dev.signalbox.agent.swap.Steps;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Twin;
import dev.signalbox.device.client.DeviceListener;
import dev.signalbox.device.client.DeviceOptions;
import dev.signalbox.device.client.NodeLink;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One node, wired: link, log, releases, steps. Everything starts in `start` and ends in `close`.
final class Node implements DeviceListener, StepWatcher, AutoCloseable {
    /// Shorter only where a test asks for it.
    private static final Duration TRIAL = Duration.ofSeconds(Long.getLong("signalbox.trial-seconds", 60));

    private final Identity identity;
    private final NodeLink link;
    private final NodeLog log;
    private final LogFile logFile;
    private final HubReleaseSource source;
    private final Steps steps;
    private final Orchestrator orchestrator;
    private final Reporter reporter;
    private final Figures figures;
    private final Quarantine quarantine;
    private final NodeRestart restart;
    private final Supervision supervision;
    private final Watchdog watchdog;
    private final LocalSide local;
    private final NodeMethods methods;
    private String lastTrouble = "";
    private ObjectNode reported = Json.mapper().createObjectNode();
    private volatile @Nullable Twin twin;

    private Node(Member member, Folder folder, Surface surface) {
        var options = new DeviceOptions(
                member.credentials(), member.tls().context(), folder.in("link").path());
        this.identity = member.identity();
        this.link = NodeLink.open(options, this);
        this.logFile = new LogFile(folder.in("log").path());
        this.log = new NodeLog(Clock.systemUTC(), surface.terminal().andThen(logFile), link::sendNow);
        this.source = new HubReleaseSource(member.credentials(), member.tls());
        var switchboard = new Switchboard(log, this::submit);
        var around = new Surroundings(
                link::send, new AppCalls(switchboard), log, () -> reporter().changed());
        this.local = new LocalSide(surface.socket(), switchboard, around);
        this.steps = new Steps(
                switchboard,
                (plan, program, mailbox, release) ->
                        new StepHost(plan, program, world(release, local.exchange()), mailbox),
                log,
                (running, ordered, state, problem) -> reporter().stands(running, ordered, state, problem));
        this.reporter = new Reporter(
                steps::reports,
                local::reports,
                link::waiting,
                report -> link.sendState(report, Map.of(Reserved.KIND.wireName(), Reserved.KIND_STATE)));
        this.quarantine = Quarantine.in(folder);
        this.restart = new NodeRestart(folder, quarantine, log, surface.supervisor());
        this.supervision = Supervision.of(steps::all, quarantine, log, restart);
        this.watchdog = watchdog(folder, surface.supervisor());
        this.figures = new Figures(
                new Reading(steps::all, switchboard, supervision.costs()::of),
                report -> link.sendNow(report, Map.of(Reserved.KIND.wireName(), Reserved.KIND_FIGURES)));
        this.orchestrator = new Orchestrator(folder, new Releases(folder, source, identity.ownerKey()), steps, TRIAL);
        this.methods = new NodeMethods(
                new NodeMethods.Whole(Clock.systemUTC(), surface.supervisor(), this::sync),
                orchestrator::act,
                new StepCalls(switchboard),
                new NodeMethods.Logs(logFile, log.loudness()));
    }

    /// Runs what the disk holds at once, and signs in in the background.
    static Node start(Member member, Folder folder, Surface surface) {
        var node = new Node(member, folder, surface);
        node.orchestrator.start();
        node.local.start();
        node.figures.start();
        node.link.start();
        return node;
    }

    private Watchdog watchdog(Folder folder, Supervisor supervisor) {
        var parts = List.of(
                new Progress("the supervision of steps", supervision::looks, Duration.ofSeconds(60)),
                new Progress("the link to the hub", link::linkTurns, Duration.ofMinutes(10)),
                new Progress("the outbox", this::outboxTurns, Duration.ofMinutes(5)));
        var end = new Watchdog.End(folder.path().resolve("threads.txt"), supervisor);
        return Watchdog.over(Systemd.of(System.getenv()), log, parts, end);
    }

    /// One that was never used needs no thread, and is well.
    private long outboxTurns() {
        return link.outboxTurns().orElseGet(supervision::looks);
    }

    private Reporter reporter() {
        return reporter;
    }

    private StepWorld world(CheckedRelease release, Exchange exchange) {
        Map<String, String> secrets = Map.copyOf(release.secrets());
        return new StepWorld(log, exchange, this, this::settings, value -> resolved(value, secrets));
    }

    private Settings settings(StepPlan plan) {
        StepAddress address = plan.address();
        return new Settings(identity.id().value(), address.flow(), address.step(), steps.running());
    }

    private static Optional<String> resolved(String value, Map<String, String> secrets) {
        String prefix = ReleaseManifest.Step.SECRET_PREFIX;
        return value.startsWith(prefix)
                ? Optional.ofNullable(secrets.get(value.substring(prefix.length())))
                : Optional.of(value);
    }

    private void submit(StepAddress from, Message message) {
        var properties = new LinkedHashMap<>(message.properties());
        properties.keySet().removeIf(key -> key.startsWith("signalbox-"));
        properties.put(Reserved.STEP.wireName(), from.toString());
        properties.put("$.mid", message.id());
        link.send(bytes(message.body()), properties);
    }

    private static byte[] bytes(Body body) {
        if (body.isBytes()) {
            return body.asBytes();
        }
        Object raw = body.raw();
        return raw == null ? "null".getBytes(java.nio.charset.StandardCharsets.UTF_8) : Json.write(raw);
    }

    @Override
    public void signedIn() {
        lastTrouble = "";
        System.out.println(
                "Node " + identity.id() + " signed in to " + identity.hub().host());
        local.connection(true);
        reporter.changed();
        figures.signedIn();
        steps.tellAll(run -> run.signedIn());
    }

    @Override
    public void twin(ObjectNode desired, long version) {
        String reserved = Reserved.TWIN_PROPERTY.wireName();
        if (desired.get(reserved) instanceof ObjectNode order) {
            take(order);
        }
        desired.remove(reserved);
        var now = new Twin(body(desired), version, body(reported));
        twin = now;
        steps.tellAll(run -> run.stateUpdate(now));
    }

    private static Body body(ObjectNode part) {
        return Body.of(Json.mapper().convertValue(part, Object.class));
    }

    /// Comes before `twin`, on the same thread.
    @Override
    public void reported(ObjectNode whole) {
        whole.remove(Reserved.TWIN_PROPERTY.wireName());
        reported = whole;
    }

    private void sync() {
        link.askForTwin();
        reporter.changed();
    }

    private void take(ObjectNode order) {
        try {
            ReleaseOrder ordered = Json.read(Json.write(order), ReleaseOrder.class);
            orchestrator.switches(ordered.switches().orElse(Switches.ALL_ON));
            orchestrator.order(Order.of(ordered));
        } catch (ProblemException malformed) {
            log.runtime(LogLevel.ERROR, malformed.problem().toString());
        }
    }

    /// The same trouble is said once, not at each attempt.
    @Override
    public void disconnected(Problem why) {
        local.connection(link.connected());
        if (!why.what().equals(lastTrouble)) {
            lastTrouble = why.what();
            log.runtime(LogLevel.WARNING, why.toString());
        }
    }

    @Override
    public MethodAnswer called(MethodCall call) {
        return methods.answer(call).orElseGet(() -> local.method(call));
    }

    /// A step that has just come to run hears what the others heard at sign-in.
    @Override
    public void changed(StepHost step) {
        reporter.changed();
        Twin known = twin;
        if (known != null && step.report().state() == StepState.RUNNING) {
            step.tell(run -> run.signedIn());
            step.tell(run -> run.stateUpdate(known));
        }
        if (step.report().state() == StepState.QUARANTINED) {
            step.report().problem().ifPresent(why -> quarantine.put(step.plan(), why));
        }
    }

    @Override
    public Optional<Problem> barred(StepPlan plan) {
        return quarantine.of(plan);
    }

    @Override
    public void pardoned(StepPlan plan) {
        quarantine.lift(plan.address());
    }

    @Override
    public boolean isToBlame(StepHost step) {
        return supervision.isToBlame(step);
    }

    @Override
    public void unstoppable(StepHost step, Problem why) {
        restart.without(List.of(step), why);
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
        restart.ending();
        watchdog.close();
        local.close();
        orchestrator.close();
        supervision.close();
        figures.close();
        reporter.close();
        log.close();
        logFile.close();
        source.close();
        link.close();
    }
}
