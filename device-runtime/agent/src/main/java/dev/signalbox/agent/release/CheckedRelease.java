// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A release whose signature, number and sources were checked.
///
/// @param steps those of the manifest that this node is to run
/// @param sources the source of each service this node runs, by its digest
/// @param packageFolder where the packages of those services lie
/// @param secrets values by reference `id@version`
public record CheckedRelease(
        Order order,
        ReleaseManifest manifest,
        List<PlacedStep> steps,
        Map<Digest, String> sources,
        Path packageFolder,
        Map<String, String> secrets) {
    /// The source of a service that this node runs.
    public String source(ReleaseManifest.Service service) {
        return Objects.requireNonNull(sources.get(service.bundle()));
    }

    /// The packages a service of it brings along.
    public PackageFiles packages(ReleaseManifest.Service service) {
        return new PackageFiles(service.packages(), packageFolder);
    }

    @Override
    public String toString() {
        return "release " + order.release();
    }
}
