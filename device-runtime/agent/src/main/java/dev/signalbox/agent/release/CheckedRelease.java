// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A release whose signature, number and sources were checked.
///
/// @param sources the source of each service this node runs, by its digest
/// @param packageFolder where the packages of those services lie
/// @param secrets values by reference `id@version`
public record CheckedRelease(
        Order order,
        ReleaseManifest manifest,
        Map<Digest, String> sources,
        Path packageFolder,
        Map<String, String> secrets) {
    /// The steps of the manifest that this node is to run.
    public List<ReleaseManifest.Step> steps() {
        return manifest.steps().stream()
                .filter(step -> order.steps().contains(step.address()))
                .toList();
    }

    /// The service each of them runs; after the check there is one for each.
    public Map<StepAddress, ReleaseManifest.Service> services() {
        var known = new HashMap<Named, ReleaseManifest.Service>();
        manifest.services().forEach(one -> known.putIfAbsent(new Named(one.name(), one.version()), one));
        var services = new HashMap<StepAddress, ReleaseManifest.Service>();
        for (ReleaseManifest.Step step : steps()) {
            ReleaseManifest.Service service = known.get(new Named(step.service(), step.version()));
            if (service != null) {
                services.put(step.address(), service);
            }
        }
        return services;
    }

    private record Named(String service, ServiceVersion version) {}

    /// The packages a service of it brings along.
    public PackageFiles packages(ReleaseManifest.Service service) {
        return new PackageFiles(service.packages(), packageFolder);
    }

    @Override
    public String toString() {
        return "release " + order.release();
    }
}
