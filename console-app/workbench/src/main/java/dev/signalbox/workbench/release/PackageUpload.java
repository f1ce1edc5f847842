// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.workbench.link.HubLink;
import dev.signalbox.workbench.packages.Packages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings the packages of a release to the hub before the release: only those it does not have yet.
final class PackageUpload {
    private final HubLink hub;
    private final Packages packages;

    PackageUpload(HubLink hub, Packages packages) {
        this.hub = hub;
        this.packages = packages;
    }

    /// Returns when the hub has all of them.
    void bring(ReleaseManifest manifest) {
        Map<Digest, LockedPackage> wanted = new LinkedHashMap<>();
        manifest.services().stream()
                .flatMap(service -> service.packages().stream())
                .forEach(one -> wanted.put(one.digest(), one));
        if (!wanted.isEmpty()) {
            var asked = List.copyOf(wanted.keySet());
            for (Digest missing : hub.post(hub.at(Paths.PACKAGES), asked, Digest[].class)) {
                hub.upload(hub.at(Paths.PACKAGES, missing.hex()), file(wanted, missing));
            }
        }
    }

    private Path file(Map<Digest, LockedPackage> wanted, Digest missing) {
        LockedPackage one = wanted.get(missing);
        return packages.file(missing)
                .orElseThrow(() -> new ProblemException(
                        PlanProblems.packageGone(one == null ? missing.value() : one.coordinates())));
    }
}
