// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.node;

import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.ReleaseSource;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The newest release, signed, as a hub would send it. One thread makes releases, another fetches them.
final class SignedReleases implements ReleaseSource {
    private final KeyPair owner = Ed25519.generate();
    private final Envelope trust = trust(owner);
    private long number;
    private volatile Made made = new Made(Dsse.sign(Envelope.RELEASE, new byte[0], owner), Map.of());

    private record Made(Envelope envelope, Map<Digest, byte[]> bundles) {}

    private static Envelope trust(KeyPair owner) {
        String key = Ed25519.write(owner.getPublic());
        var document = new TrustDocument(1, "main", key, List.of(new TrustDocument.OperatorKey("me", key)));
        return Dsse.sign(Envelope.TRUST, Json.write(document), owner);
    }

    Digest ownerKey() {
        return Ed25519.fingerprint(owner.getPublic());
    }

    /// The next release is of these services.
    ///
    /// @param inARow whether each is wired to the next
    Order release(List<ServiceText> services, boolean inARow) {
        number++;
        byte[] manifest = Json.write(new ReleaseManifest(
                "main",
                number,
                number - 1,
                Instant.EPOCH,
                "me",
                "",
                services.stream().map(ServiceText::service).toList(),
                services.stream().map(ServiceText::step).toList(),
                inARow ? wires(services) : List.of()));
        made = new Made(
                Dsse.sign(Envelope.RELEASE, manifest, owner),
                services.stream().collect(Collectors.toMap(ServiceText::digest, ServiceText::bytes)));
        return new Order(
                number,
                Digests.of(manifest),
                services.stream().map(ServiceText::address).collect(Collectors.toSet()));
    }

    private static List<ReleaseManifest.Wire> wires(List<ServiceText> services) {
        var wires = new ArrayList<ReleaseManifest.Wire>();
        for (int i = 1; i < services.size(); i++) {
            wires.add(new ReleaseManifest.Wire(
                    services.get(i - 1).address(), services.get(i).address(), ""));
        }
        return wires;
    }

    @Override
    public Envelope trust() {
        return trust;
    }

    @Override
    public Envelope release(long wanted) {
        return made.envelope();
    }

    @Override
    public byte[] bundle(Digest digest) {
        return Objects.requireNonNull(made.bundles().get(digest));
    }

    @Override
    public void download(LockedPackage wanted, Path into) {
        throw new IllegalStateException("No service has packages");
    }

    @Override
    public String secret(String reference) {
        throw new IllegalStateException("No service has secrets");
    }
}
