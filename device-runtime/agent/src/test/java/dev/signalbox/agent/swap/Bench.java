// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.ReleaseSource;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepWatcher;
import dev.signalbox.agent.step.StepWorld;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.api.Settings;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A node's inside on a bench: real disk, real compiler, real threads; the hub is a table of what it would send.
final class Bench implements AutoCloseable, ReleaseSource, StepWatcher {
    static final Duration SOON = Duration.ofSeconds(30);

    final KeyPair owner = Ed25519.generate();
    final Map<Long, Envelope> envelopes = new HashMap<>();
    final Map<Digest, byte[]> bundles = new HashMap<>();
    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<String> submitted = new CopyOnWriteArrayList<>();
    KeyPair signer = owner;
    boolean reachable = true;

    private final List<String> stands = new CopyOnWriteArrayList<>();
    private final Path path;
    private NodeLog log;
    private Orchestrator orchestrator;

    Bench(Path path) {
        this.path = path;
        start();
    }

    /// Begins anew on the same disk, as after a power cut.
    void restart() {
        close();
        start();
    }

    private void start() {
        log = new NodeLog(Clock.systemUTC(), lines::add, (payload, properties) -> true);
        var switchboard = new Switchboard(log, (from, message) -> submitted.add(from + " " + message.body()));
        var steps = new Steps(
                switchboard,
                (plan, service, release) -> host(plan, service, release, switchboard),
                log,
                (running, ordered, state, problem) -> stands.add(running + " " + ordered + " " + state
                        + problem.map(p -> " " + p.code()).orElse("")));
        Folder folder = Folder.at(path);
        var releases = new Releases(folder, this, Ed25519.fingerprint(owner.getPublic()));
        orchestrator = new Orchestrator(folder, releases, steps, 60);
        orchestrator.start();
    }

    private StepHost host(StepPlan plan, LoadedService service, CheckedRelease release, Switchboard switchboard) {
        var world = new StepWorld(
                log,
                switchboard,
                this,
                p -> new Settings(
                        "bench",
                        p.address().flow(),
                        p.address().step(),
                        release.order().release()),
                Optional::of);
        return new StepHost(plan, service, world);
    }

    /// Signs a release of these sources, one step for each class, all wired in a row.
    Order release(long number, String... sources) {
        var services = new ArrayList<ReleaseManifest.Service>();
        var steps = new ArrayList<ReleaseManifest.Step>();
        var wires = new ArrayList<ReleaseManifest.Wire>();
        for (String source : sources) {
            String name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
            byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
            bundles.put(Digests.of(bytes), bytes);
            services.add(new ReleaseManifest.Service(name, ServiceVersion.FIRST, Language.JAVA, Digests.of(bytes)));
            steps.add(new ReleaseManifest.Step(
                    new StepAddress("flow", name), name, ServiceVersion.FIRST, Map.of(), Assignment.NONE));
        }
        for (int i = 1; i < steps.size(); i++) {
            wires.add(new ReleaseManifest.Wire(
                    steps.get(i - 1).address(), steps.get(i).address(), ""));
        }
        byte[] manifest = Json.write(
                new ReleaseManifest("main", number, number - 1, Instant.EPOCH, "me", "", services, steps, wires));
        envelopes.put(number, Dsse.sign(Envelope.RELEASE, manifest, signer));
        return new Order(
                number,
                Digests.of(manifest),
                Set.copyOf(steps.stream().map(ReleaseManifest.Step::address).toList()));
    }

    void order(Order order) {
        orchestrator.order(order);
    }

    /// Waits until the node says it stands there: `running ordered STATE code`.
    void awaitStand(String stand) {
        try {
            Await.until("the node stands at " + stand, SOON, () -> stands.contains(stand));
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + "; it stood at " + stands + " and said " + lines, inVain);
        }
    }

    void awaitLine(String text) {
        try {
            Await.until(
                    "a line says " + text,
                    SOON,
                    () -> lines.stream().anyMatch(line -> line.text().contains(text)));
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + "; lines " + lines, inVain);
        }
    }

    long count(String text) {
        return lines.stream().filter(line -> line.text().equals(text)).count();
    }

    static String running(long release) {
        return release + " " + release + " " + ReleaseState.TRIAL;
    }

    @Override
    public Envelope trust() throws IOException {
        if (!reachable) {
            throw new IOException("no hub");
        }
        String key = Ed25519.write(owner.getPublic());
        var document = new TrustDocument(1, "main", key, List.of(new TrustDocument.OperatorKey("me", key)));
        return Dsse.sign(Envelope.TRUST, Json.write(document), owner);
    }

    @Override
    public Envelope release(long number) {
        return java.util.Objects.requireNonNull(envelopes.get(number));
    }

    @Override
    public byte[] bundle(Digest digest) {
        return java.util.Objects.requireNonNull(bundles.get(digest));
    }

    @Override
    public String secret(String reference) {
        return "secret of " + reference;
    }

    @Override
    public void changed(StepHost step) {}

    @Override
    public void died(StepHost step, Problem why) {
        orchestrator.died(step, why);
    }

    @Override
    public void close() {
        orchestrator.close();
        log.close();
    }
}
