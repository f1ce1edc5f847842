// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.secret.Secrets;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a node may fetch: the release it is ordered to run and the one it may fall back to, their sources
/// and packages, and the secrets of the steps it is ordered to run. A stolen node learns nothing of the others.
public final class Entitlements {
    private final RegistryStore store;
    private final Secrets secrets;

    public Entitlements(RegistryStore store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    public Envelope release(DeviceId node, long number) {
        return store.read(records -> {
            boolean entitled = manifests(records, node).anyMatch(manifest -> manifest.number() == number);
            return records.releases()
                    .envelope(number)
                    .filter(envelope -> entitled)
                    .orElseThrow(() -> refused("release " + number));
        });
    }

    public byte[] bundle(DeviceId node, Digest digest) {
        return store.read(records -> {
            boolean entitled = manifests(records, node)
                    .flatMap(manifest -> manifest.services().stream())
                    .anyMatch(service -> service.bundle().equals(digest));
            return records.releases()
                    .bundle(digest)
                    .filter(source -> entitled)
                    .orElseThrow(() -> refused("bundle " + digest));
        });
    }

    /// Throws `release.not-entitled` unless a release the node may fetch brings the package along.
    public void checkPackage(DeviceId node, Digest digest) {
        boolean entitled = store.read(records -> manifests(records, node)
                .flatMap(manifest -> manifest.services().stream())
                .flatMap(service -> service.packages().stream())
                .anyMatch(one -> one.digest().equals(digest)));
        if (!entitled) {
            throw refused("package " + digest);
        }
    }

    public String secret(DeviceId node, SecretReference reference) {
        boolean entitled = store.read(records -> orderedSteps(records, node)
                .anyMatch(step -> SecretReferences.in(step).contains(reference)));
        return Optional.of(reference)
                .filter(asked -> entitled)
                .flatMap(secrets::value)
                .orElseThrow(() -> refused("that secret"));
    }

    private static Stream<ReleaseManifest.Step> orderedSteps(Records records, DeviceId node) {
        Optional<ReleaseOrder> order = order(records, node);
        List<StepAddress> steps = order.map(ReleaseOrder::steps).orElse(List.of());
        return order.stream()
                .flatMap(ordered -> manifest(records, ordered.release()).stream())
                .flatMap(manifest -> manifest.steps().stream())
                .filter(step -> steps.contains(step.address()));
    }

    private static Stream<ReleaseManifest> manifests(Records records, DeviceId node) {
        return order(records, node)
                .flatMap(order -> manifest(records, order.release()))
                .map(ordered -> Stream.concat(Stream.of(ordered), manifest(records, ordered.predecessor()).stream()))
                .orElse(Stream.empty());
    }

    private static Optional<ReleaseOrder> order(Records records, DeviceId node) {
        Optional<StoredTwin> twin = records.twins().find(node);
        return twin.flatMap(Orders::of);
    }

    /// One that was halted is nobody's any more, also where its being taken back is not told yet.
    private static Optional<ReleaseManifest> manifest(Records records, long number) {
        boolean halted = records.rollouts()
                .find(number)
                .filter(rollout -> rollout.state() == RolloutState.HALTED)
                .isPresent();
        return records.releases()
                .envelope(number)
                .filter(envelope -> !halted)
                .map(envelope -> Json.read(Dsse.payload(envelope), ReleaseManifest.class));
    }

    private static ProblemException refused(String what) {
        Problem problem = ReleaseProblems.notEntitled(what);
        return new ProblemException(problem);
    }
}
