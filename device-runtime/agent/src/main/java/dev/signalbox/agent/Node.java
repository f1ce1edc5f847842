// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.guard.Overtime;
import dev.signalbox.agent.identity.Identity;
import dev.signalbox.agent.identity.Member;
import dev.signalbox.agent.local.AppCalls;
import dev.signalbox.agent.local.LocalSide;
import dev.signalbox.agent.local.SocketFile;
import dev.signalbox.agent.local.Surroundings;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.log.Terminal;
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
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
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
    private final HubReleaseSource source;
    private final Steps steps;
    private final Orchestrator orchestrator;
    private final Reporter reporter;
    private final Overtime overtime;
    private final LocalSide local;
    private String lastTrouble = "";
    private volatile @Nullable Twin twin;

    private Node(Member member, Folder folder, Terminal terminal, Optional<SocketFile> socket) {
        var options = new DeviceOptions(
                member.credentials(), member.tls().context(), folder.in("link").path());
        this.identity = member.identity();
        this.link = NodeLink.open(options, this);
        this.log = new NodeLog(Clock.systemUTC(), terminal, link::sendNow);
        this.source = new HubReleaseSource(member.credentials(), member.tls());
        var switchboard = new Switchboard(log, this::submit);
        var around = new Surroundings(
                link::send, new AppCalls(switchboard), log, () -> reporter().changed());
        this.local = new LocalSide(socket, switchboard, around);
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
        this.overtime = Overtime.watching(steps::all);
        this.orchestrator = new Orchestrator(folder, new Releases(folder, source, identity.ownerKey()), steps, TRIAL);
    }

    /// Runs what the disk holds at once, and signs in in the background.
    static Node start(Member member, Folder folder, Terminal terminal, Optional<SocketFile> socket) {
        var node = new Node(member, folder, terminal, socket);
        node.orchestrator.start();
        node.local.start();
        node.link.start();
        return node;
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
        steps.tellAll(run -> run.signedIn());
    }

    @Override
    public void twin(ObjectNode desired, long version) {
        String reserved = Reserved.TWIN_PROPERTY.wireName();
        if (desired.get(reserved) instanceof ObjectNode order) {
            take(order);
        }
        desired.remove(reserved);
        var now = new Twin(Body.of(Json.mapper().convertValue(desired, Object.class)), version);
        twin = now;
        steps.tellAll(run -> run.stateUpdate(now));
    }

    private void take(ObjectNode order) {
        try {
            orchestrator.order(Order.of(Json.read(Json.write(order), ReleaseOrder.class)));
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
        return local.method(call);
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
        local.close();
        orchestrator.close();
        overtime.close();
        reporter.close();
        log.close();
        source.close();
        link.close();
    }
}
