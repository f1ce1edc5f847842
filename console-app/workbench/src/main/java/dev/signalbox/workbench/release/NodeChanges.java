// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Compares two releases node by node.
final class NodeChanges {
    private final Optional<ReleaseManifest> before;
    private final ReleaseManifest after;

    NodeChanges(Optional<ReleaseManifest> before, ReleaseManifest after) {
        this.before = before;
        this.after = after;
    }

    /// Only the nodes where something changes.
    List<NodeChange> on(List<NodeView> nodes) {
        return nodes.stream().map(this::on).filter(change -> !change.isEmpty()).toList();
    }

    private NodeChange on(NodeView node) {
        Map<StepAddress, Running> old =
                before.map(release -> running(release, node)).orElse(Map.of());
        Map<StepAddress, Running> fresh = running(after, node);
        return new NodeChange(
                node.id().value(),
                fresh.keySet().stream().filter(step -> !old.containsKey(step)).toList(),
                fresh.keySet().stream()
                        .filter(step -> old.containsKey(step) && !Objects.equals(fresh.get(step), old.get(step)))
                        .toList(),
                old.keySet().stream().filter(step -> !fresh.containsKey(step)).toList());
    }

    /// What makes a step the same as before.
    private record Running(Optional<Code> code, Map<String, String> properties, Set<StepAddress> wiredTo) {}

    private static Map<StepAddress, Running> running(ReleaseManifest release, NodeView node) {
        var running = new TreeMap<StepAddress, Running>();
        for (ReleaseManifest.Step step : release.steps()) {
            if (step.assignment().reaches(node.id().value(), node.tags())) {
                running.put(
                        step.address(),
                        new Running(code(release, step), step.properties(), wiredTo(release, step.address())));
            }
        }
        return running;
    }

    private record Code(Digest source, List<LockedPackage> packages) {}

    private static Optional<Code> code(ReleaseManifest release, ReleaseManifest.Step step) {
        return release.services().stream()
                .filter(service -> service.name().equals(step.service())
                        && service.version().equals(step.version()))
                .map(service -> new Code(service.bundle(), service.packages()))
                .findFirst();
    }

    private static Set<StepAddress> wiredTo(ReleaseManifest release, StepAddress from) {
        var to = new HashSet<StepAddress>();
        release.wires().stream().filter(wire -> wire.from().equals(from)).forEach(wire -> to.add(wire.to()));
        return to;
    }
}
