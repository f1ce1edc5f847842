// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.agent.storage.SecretBox;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Gets releases from the source or from disk, and lets none through that the pinned owner's operators did not sign.
/// What is read from disk is checked each time, as a disk can be changed too. Used by one thread.
public final class Releases {
    static final String BUNDLES = "bundles";
    static final String SECRETS = "secrets";

    private static final String SECRET = ReleaseManifest.Step.SECRET_PREFIX;

    private final Folder folder;
    private final ReleaseSource source;
    private final PackageStore packages;
    private final Envelopes envelopes;
    private final SecretBox box;
    /// Sources of the last release, checked and on the disk: most of the next one's.
    private Map<Digest, String> known = Map.of();
    /// Whether what is being fetched is still to be fetched.
    private BooleanSupplier wanted = () -> true;

    public Releases(Folder folder, ReleaseSource source, Digest ownerKey) {
        this.folder = folder;
        this.source = new WhileWanted(source, () -> wanted.getAsBoolean());
        this.packages = new PackageStore(folder.in("packages"), this.source);
        this.envelopes = new Envelopes(folder, this.source, ownerKey);
        this.box = SecretBox.in(folder);
    }

    /// Fetches what is not here, checks all and keeps it. Throws ProblemException when it must be refused, DiskRefused
    /// when the disk does not take it, IOException when the hub is out of reach or it is not wanted any more.
    ///
    /// @param isWanted asked before each part
    public CheckedRelease fetch(Order order, BooleanSupplier isWanted) throws IOException {
        wanted = isWanted;
        Envelopes.Fetched fetched = envelopes.fetch(order);
        var release = complete(
                order, fetched.manifest(), new Parts(this::fetchedBundle, packages::fetch, this::fetchedSecret));
        envelopes.keep(order, fetched);
        return release;
    }

    /// What `fetch` is at is not wanted any more. From any thread; does not wait.
    public void breakOff() {
        source.breakOff();
    }

    /// The release as it is on disk. Throws ProblemException when it is not whole or not good.
    public CheckedRelease kept(Order order) {
        try {
            return complete(
                    order,
                    envelopes.kept(order),
                    new Parts(
                            digest -> folder.in(BUNDLES).read(digest.hex()).orElseThrow(() -> Envelopes.missing(order)),
                            wanted -> mustHave(wanted, order),
                            reference -> keptSecret(reference).orElseThrow(() -> Envelopes.missing(order))));
        } catch (IOException neverFromDisk) {
            throw new IllegalStateException(neverFromDisk);
        }
    }

    private void mustHave(LockedPackage wanted, Order order) {
        if (!packages.has(wanted)) {
            throw Envelopes.missing(order);
        }
    }

    /// Deletes what is kept on the disk and none of these orders needs. Leaves all there when it cannot tell.
    public void tidy(Collection<Order> needed) {
        new Leftovers(folder, packages).deleteUnless(needed);
    }

    /// The highest number of a release that is kept here, whole or not; 0 for none.
    public long newestKept() {
        return envelopes.newestKept();
    }

    private CheckedRelease complete(Order order, ReleaseManifest manifest, Parts parts) throws IOException {
        Abilities.check(order, manifest);
        List<PlacedStep> steps = PlacedStep.of(order, manifest);
        Map<Digest, String> sources = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        Set<ReleaseManifest.Service> seen = new HashSet<>();
        Set<String> onDisk = folder.in("bundles").names();
        for (PlacedStep placed : steps) {
            ReleaseManifest.Service service = placed.service();
            if (seen.add(service)) {
                String same = onDisk.contains(service.bundle().hex()) ? known.get(service.bundle()) : null;
                sources.put(service.bundle(), same == null ? good(service, parts.bundles()) : same);
                for (LockedPackage wanted : service.packages()) {
                    parts.packages().get(wanted);
                }
            }
            for (String value : placed.step().properties().values()) {
                if (value.startsWith(SECRET)) {
                    String reference = value.substring(SECRET.length());
                    secrets.put(reference, parts.secrets().get(reference));
                }
            }
        }
        known = Map.copyOf(sources);
        return new CheckedRelease(order, manifest, steps, sources, packages.path(), secrets);
    }

    private static String good(ReleaseManifest.Service service, BundleGetter bundles) throws IOException {
        byte[] bytes = bundles.get(service.bundle());
        if (!Digests.of(bytes).equals(service.bundle())) {
            throw new ProblemException(ReleaseProblems.digest("service " + service.name()));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] fetchedBundle(Digest digest) throws IOException {
        Optional<byte[]> kept = folder.in(BUNDLES)
                .read(digest.hex())
                .filter(bytes -> Digests.of(bytes).equals(digest));
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] bytes = source.bundle(digest);
        if (Digests.of(bytes).equals(digest)) {
            folder.in(BUNDLES).write(digest.hex(), bytes);
        }
        return bytes;
    }

    private String fetchedSecret(String reference) throws IOException {
        Optional<String> kept = keptSecret(reference);
        if (kept.isPresent()) {
            return kept.get();
        }
        String value = source.secret(reference);
        folder.in(SECRETS).write(fileOf(reference), box.seal(value.getBytes(StandardCharsets.UTF_8)));
        return value;
    }

    private Optional<String> keptSecret(String reference) {
        return folder.in(SECRETS)
                .read(fileOf(reference))
                .flatMap(box::open)
                .map(open -> new String(open, StandardCharsets.UTF_8));
    }

    /// A name that cannot leave the folder, whatever the reference holds.
    static String fileOf(String reference) {
        return Digests.of(reference).hex();
    }

    /// Where the parts of a release come from.
    private record Parts(BundleGetter bundles, PackageGetter packages, SecretGetter secrets) {}

    @FunctionalInterface
    private interface PackageGetter {
        void get(LockedPackage wanted) throws IOException;
    }

    @FunctionalInterface
    private interface BundleGetter {
        byte[] get(Digest digest) throws IOException;
    }

    @FunctionalInterface
    private interface SecretGetter {
        String get(String reference) throws IOException;
    }
}
