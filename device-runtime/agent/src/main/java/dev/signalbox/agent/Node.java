// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.action.NodeMethods;
import dev.signalbox.agent.action.StepCalls;
import dev.signalbox.agent.figures.Figures;
import dev.signalbox.agent.figures.Reading;
import dev.signalbox.agent.guard.Guard;
import dev.signalbox.agent.guard.Progress;
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
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepWorld;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.agent.swap.Orchestrator;
import dev.signalbox.agent.swap.Steps;
import dev.signalbox.api.Settings;
import dev.signalbox.device.client.DeviceListener;
import dev.signalbox.device.client.DeviceOptions;
import dev.signalbox.device.client.NodeLink;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One node, wired: link, log, releases, steps. Everything starts in `start` and ends in `close`.
final class Node implements AutoCloseable {
    /// Shorter only where a test asks for it.
    private static final Duration TRIAL = Duration.ofSeconds(Long.getLong("signalbox.trial-seconds", 60));

    private final Identity identity;
    private final NodeLink link;
    private final NodeLog log;
    private final LogFile logFile;
    private final HubReleaseSource source;
    private final LocalSide local;
    private final Steps steps;
    private final Reporter reporter;
    private final Guard guard;
    private final Watchdog watchdog;
    private final Figures figures;
    private final Orchestrator orchestrator;
    private final HubTwin twin;
    private final StepEvents events;
    private final HubConnection connection;
    private final NodeMethods methods;

    private Node(Member member, Folder folder, Surface surface) {
        var options = new DeviceOptions(
                member.credentials(), member.tls().context(), folder.in("link").path());
        this.identity = member.identity();
        this.link = NodeLink.open(options, new FromHub());
        var uplink = new Uplink(link);
        this.logFile = new LogFile(folder.in("log").path());
        this.log = new NodeLog(Clock.systemUTC(), surface.terminal().andThen(logFile), link::sendNow);
        this.source = new HubReleaseSource(member.credentials(), member.tls());
        var switchboard = new Switchboard(log, uplink::submit);
        var around = new Surroundings(
                link::send, new AppCalls(switchboard), log, () -> reporter().changed());
        this.local = new LocalSide(surface.socket(), switchboard, around);
        this.steps = new Steps(
                switchboard,
                (plan, program, mailbox, release) -> new StepHost(plan, program, world(release), mailbox),
                log,
                (running, ordered, state, problem) -> reporter().stands(running, ordered, state, problem));
        this.reporter = new Reporter(steps::reports, local::reports, link::waiting, uplink::state);
        this.guard = Guard.over(steps::all, folder, log, surface.supervisor());
        this.watchdog = watchdog(folder, surface.supervisor());
        this.figures = new Figures(
                new Reading(steps::all, switchboard, guard.supervision().costs()::of), uplink::figures);
        this.orchestrator = new Orchestrator(folder, new Releases(folder, source, identity.ownerKey()), steps, TRIAL);
        this.twin = new HubTwin(orchestrator, steps, log);
        this.events = new StepEvents(orchestrator, guard, twin, reporter);
        this.connection = new HubConnection(identity, local, log);
        this.methods = new NodeMethods(
                new NodeMethods.Whole(Clock.systemUTC(), surface.supervisor(), this::sync, orchestrator::converge),
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
                new Progress("the supervision of steps", guard.supervision()::looks, Duration.ofSeconds(60)),
                new Progress("the link to the hub", link::linkTurns, Duration.ofMinutes(10)),
                new Progress("the outbox", this::outboxTurns, Duration.ofMinutes(5)));
        var end = new Watchdog.End(folder.path().resolve("threads.txt"), supervisor);
        return Watchdog.over(Systemd.of(System.getenv()), log, parts, end);
    }

    /// One that was never used needs no thread, and is well.
    private long outboxTurns() {
        return link.outboxTurns().orElseGet(guard.supervision()::looks);
    }

    private Reporter reporter() {
        return reporter;
    }

    private StepWorld world(CheckedRelease release) {
        Map<String, String> secrets = Map.copyOf(release.secrets());
        return new StepWorld(log, local.exchange(), events, this::settings, value -> resolved(value, secrets));
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

    private void sync() {
        link.askForTwin();
        reporter.changed();
    }

    /// To whom goes what the link hears. The link is opened first, because all of these send through it,
    /// and started last, when they are there.
    private final class FromHub implements DeviceListener {
        @Override
        public void signedIn() {
            connection.made();
            reporter.changed();
            figures.signedIn();
            steps.tellAll(run -> run.signedIn());
        }

        @Override
        public void disconnected(Problem why) {
            connection.troubled(why, link.connected());
        }

        @Override
        public void reported(ObjectNode whole) {
            twin.reported(whole);
        }

        @Override
        public void twin(ObjectNode desired, long version) {
            twin.desired(desired, version);
        }

        @Override
        public MethodAnswer called(MethodCall call) {
            return methods.answer(call).orElseGet(() -> local.method(call));
        }
    }

    @Override
    public void close() {
        guard.restart().ending();
        watchdog.close();
        local.close();
        orchestrator.close();
        guard.close();
        figures.close();
        reporter.close();
        log.close();
        logFile.close();
        source.close();
        link.close();
    }
}
