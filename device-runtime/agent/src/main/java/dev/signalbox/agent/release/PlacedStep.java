// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A step that this node is to run, and the service that it runs.
public record PlacedStep(ReleaseManifest.Step step, ReleaseManifest.Service service) {
    /// Those of a manifest that an order asks for. Throws ProblemException when the manifest lacks a service of one.
    static List<PlacedStep> of(Order order, ReleaseManifest manifest) {
        var services = new HashMap<Named, ReleaseManifest.Service>();
        manifest.services().forEach(one -> services.putIfAbsent(new Named(one.name(), one.version()), one));
        return manifest.steps().stream()
                .filter(step -> order.steps().contains(step.address()))
                .map(step -> placed(step, services))
                .toList();
    }

    private static PlacedStep placed(ReleaseManifest.Step step, Map<Named, ReleaseManifest.Service> services) {
        ReleaseManifest.Service service = services.get(new Named(step.service(), step.version()));
        if (service == null) {
            throw new ProblemException(ReleaseProblems.incomplete(step.address().toString()));
        }
        return new PlacedStep(step, service);
    }

    public StepAddress address() {
        return step.address();
    }

    private record Named(String service, ServiceVersion version) {}
}
