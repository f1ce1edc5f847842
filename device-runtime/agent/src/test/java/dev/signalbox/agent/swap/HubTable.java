// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.ReleaseSource;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a hub would send, as a table that a test may change.
final class HubTable implements ReleaseSource {
    /// A source that has this line in it is to run in a process of its own.
    static final String ISOLATED = "// isolated\n";

    final KeyPair owner;
    final Map<Long, Envelope> envelopes = new ConcurrentHashMap<>();
    final Map<Digest, byte[]> bundles = new ConcurrentHashMap<>();
    KeyPair signer;
    KeyPair trustSigner;
    long trustVersion = 1;
    /// Whose signatures count, by name.
    volatile Map<String, KeyPair> trusted;
    /// How many of them a release needs.
    int signatures = 1;
    String condition = "";
    /// Whether what is released from now on comes in stages.
    boolean staged;
    Map<String, String> properties = Map.of();
    final Map<String, List<LockedPackage>> packages = new ConcurrentHashMap<>();
    final Map<Digest, byte[]> packageFiles = new ConcurrentHashMap<>();
    final List<String> downloads = new CopyOnWriteArrayList<>();
    /// Breaks off a download after so many bytes.
    volatile int mostAtOnce = Integer.MAX_VALUE;
    volatile boolean reachable = true;
    /// Done whenever something is asked for.
    volatile Runnable whenAsked = () -> {};

    HubTable() {
        this(Ed25519.generate());
    }

    HubTable(KeyPair owner) {
        this.owner = owner;
        this.signer = owner;
        this.trustSigner = owner;
        this.trusted = Map.of("me", owner);
    }

    /// Signs a release of these sources, one step for each class, all wired in a row, and orders all of it.
    Order release(long number, String... sources) {
        var services = new ArrayList<ReleaseManifest.Service>();
        var steps = new ArrayList<ReleaseManifest.Step>();
        for (String source : sources) {
            String name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
            byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
            bundles.put(Digests.of(bytes), bytes);
            services.add(new ReleaseManifest.Service(
                    name,
                    ServiceVersion.FIRST,
                    language(source),
                    Digests.of(bytes),
                    packages.getOrDefault(name, List.of())));
            steps.add(new ReleaseManifest.Step(address(name), name, ServiceVersion.FIRST, of(source), Assignment.NONE));
        }
        byte[] manifest = Json.write(new ReleaseManifest(
                "main",
                number,
                number - 1,
                Instant.EPOCH,
                "me",
                "",
                services,
                steps,
                wires(steps),
                staged ? Optional.of(true) : Optional.empty()));
        envelopes.put(number, Dsse.sign(Envelope.RELEASE, manifest, signer));
        return new Order(
                number,
                Digests.of(manifest),
                steps.stream().map(ReleaseManifest.Step::address).collect(Collectors.toSet()));
    }

    /// Somebody else signs a release as well.
    void countersign(long number, KeyPair by) {
        envelopes.computeIfPresent(
                number, (_, envelope) -> envelope.with(Dsse.countersign(Envelope.RELEASE, envelope, by)));
    }

    private Map<String, String> of(String source) {
        var given = new HashMap<>(properties);
        if (source.contains(ISOLATED)) {
            given.put("isolated", "true");
        }
        return given;
    }

    /// From now on the service brings the package along.
    LockedPackage bring(String service, String coordinates, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var locked = new LockedPackage(coordinates, file.getFileName().toString(), Digests.of(bytes), bytes.length);
        packageFiles.put(locked.digest(), bytes);
        packages.merge(
                service,
                List.of(locked),
                (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
        return locked;
    }

    @Override
    public void download(LockedPackage wanted, Path into) throws IOException {
        whenAsked.run();
        if (!reachable) {
            throw new IOException("no hub");
        }
        byte[] all = java.util.Objects.requireNonNull(packageFiles.get(wanted.digest()));
        int has = (int) Files.size(into);
        downloads.add(wanted.coordinates() + " from " + has);
        int end = (int) Math.min(all.length, (long) has + mostAtOnce);
        Files.write(into, Arrays.copyOfRange(all, has, end), StandardOpenOption.APPEND);
    }

    private static Language language(String source) {
        return source.contains("public class ") ? Language.JAVA : Language.PYTHON;
    }

    private List<ReleaseManifest.Wire> wires(List<ReleaseManifest.Step> steps) {
        var wires = new ArrayList<ReleaseManifest.Wire>();
        for (int i = 1; i < steps.size(); i++) {
            wires.add(new ReleaseManifest.Wire(
                    steps.get(i - 1).address(), steps.get(i).address(), condition));
        }
        return wires;
    }

    /// The same release for a node that is to run only these steps of it.
    static Order only(Order order, String... names) {
        Set<StepAddress> steps = Stream.of(names).map(HubTable::address).collect(Collectors.toSet());
        return new Order(order.release(), order.digest(), steps);
    }

    private static StepAddress address(String name) {
        return new StepAddress("flow", name);
    }

    @Override
    public Envelope trust() throws IOException {
        whenAsked.run();
        if (!reachable) {
            throw new IOException("no hub");
        }
        List<TrustDocument.OperatorKey> keys = trusted.entrySet().stream()
                .map(one -> new TrustDocument.OperatorKey(
                        one.getKey(), Ed25519.write(one.getValue().getPublic())))
                .toList();
        var document = new TrustDocument(
                trustVersion, "main", Ed25519.write(owner.getPublic()), keys, Optional.of(signatures));
        return Dsse.sign(Envelope.TRUST, Json.write(document), trustSigner);
    }

    @Override
    public Envelope release(long number) {
        whenAsked.run();
        return java.util.Objects.requireNonNull(envelopes.get(number));
    }

    @Override
    public byte[] bundle(Digest digest) {
        whenAsked.run();
        return java.util.Objects.requireNonNull(bundles.get(digest));
    }

    @Override
    public String secret(String reference) {
        whenAsked.run();
        return "value of " + reference;
    }
}
