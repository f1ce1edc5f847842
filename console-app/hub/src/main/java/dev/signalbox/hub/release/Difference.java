// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ReleaseManifest.Service;
import dev.signalbox.protocol.release.ReleaseManifest.Step;
import dev.signalbox.protocol.release.ReleaseManifest.Wire;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// On which nodes a release changes something: another step, a step's service or values, or a wire that leaves it.
final class Difference {
    private final TakenRelease before;
    private final TakenRelease after;
    private final Map<StepAddress, Traits> old;
    private final Map<StepAddress, Traits> now;

    Difference(TakenRelease before, TakenRelease after) {
        this.before = before;
        this.after = after;
        this.old = traits(before.manifest());
        this.now = traits(after.manifest());
    }

    /// All that makes a step run as it does.
    private record Traits(Map<String, String> properties, Optional<Service> service, List<Wire> wires) {}

    private record Version(String name, ServiceVersion version) {}

    boolean changes(StoredDevice device) {
        return !of(before.stepsOf(device), old).equals(of(after.stepsOf(device), now));
    }

    private static Map<StepAddress, Traits> of(List<StepAddress> steps, Map<StepAddress, Traits> traits) {
        return steps.stream().collect(Collectors.toMap(Function.identity(), traits::get));
    }

    private static Map<StepAddress, Traits> traits(ReleaseManifest manifest) {
        Map<Version, Service> services = manifest.services().stream()
                .collect(Collectors.toMap(one -> new Version(one.name(), one.version()), Function.identity()));
        Map<StepAddress, List<Wire>> wires = manifest.wires().stream().collect(Collectors.groupingBy(Wire::from));
        var traits = new HashMap<StepAddress, Traits>();
        for (Step step : manifest.steps()) {
            traits.put(
                    step.address(),
                    new Traits(
                            step.properties(),
                            Optional.ofNullable(services.get(new Version(step.service(), step.version()))),
                            wires.getOrDefault(step.address(), List.of())));
        }
        return traits;
    }
}
