// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ReleaseManifest.Step;
import dev.signalbox.protocol.trust.Envelope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What releases left on this node's disk that none needs any more: a disk is small, and a secret that nobody uses
/// should
/// not lie about. Used by one thread.
final class Leftovers {
    private final Folder folder;
    private final PackageStore packages;

    Leftovers(Folder folder, PackageStore packages) {
        this.folder = folder;
        this.packages = packages;
    }

    /// Deletes all that these orders do not need. Leaves all there when it cannot tell.
    void deleteUnless(Collection<Order> needed) {
        var manifests = new ArrayList<ReleaseManifest>();
        for (Order order : needed) {
            Optional<byte[]> kept = folder.in(Envelopes.FOLDER).read(Envelopes.fileOf(order.release()));
            if (kept.isEmpty()) {
                return;
            }
            manifests.add(Json.read(Dsse.payload(Json.read(kept.get(), Envelope.class)), ReleaseManifest.class));
        }
        Set<String> envelopes =
                needed.stream().map(order -> Envelopes.fileOf(order.release())).collect(Collectors.toSet());
        folder.in(Envelopes.FOLDER).deleteUnless(envelopes::contains);
        folder.in(Releases.SECRETS).deleteUnless(secrets(manifests)::contains);
        List<ReleaseManifest.Service> services = manifests.stream()
                .flatMap(manifest -> manifest.services().stream())
                .toList();
        Set<String> bundles =
                services.stream().map(service -> service.bundle().hex()).collect(Collectors.toSet());
        folder.in(Releases.BUNDLES).deleteUnless(bundles::contains);
        packages.keepOnly(services);
    }

    private static Set<String> secrets(List<ReleaseManifest> manifests) {
        var files = new HashSet<String>();
        for (ReleaseManifest manifest : manifests) {
            for (Step step : manifest.steps()) {
                step.properties().values().stream()
                        .filter(value -> value.startsWith(Step.SECRET_PREFIX))
                        .map(value -> Releases.fileOf(value.substring(Step.SECRET_PREFIX.length())))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
