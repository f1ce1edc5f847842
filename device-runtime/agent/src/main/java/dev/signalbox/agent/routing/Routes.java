// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of this node and the wires among them, at one moment.
public final class Routes {
    /// No steps.
    public static final Routes NONE = new Routes(Map.of(), Map.of());

    private final Map<StepAddress, StepHost> hosts;
    private final Map<StepAddress, List<Way>> ways;

    private Routes(Map<StepAddress, StepHost> hosts, Map<StepAddress, List<Way>> ways) {
        this.hosts = hosts;
        this.ways = ways;
    }

    /// One wire to a step of this node.
    ///
    /// @param cyclic whether what it carries can come back; such a wire never makes its sender wait
    record Way(StepHost to, boolean cyclic) {}

    /// Wires to steps that run elsewhere lead nowhere here.
    public static Routes of(Map<StepAddress, StepHost> hosts, List<ReleaseManifest.Wire> wires) {
        var targets = new HashMap<StepAddress, java.util.Set<StepAddress>>();
        wires.stream()
                .filter(wire -> hosts.containsKey(wire.from()) && hosts.containsKey(wire.to()))
                .forEach(wire -> targets.computeIfAbsent(wire.from(), from -> new HashSet<>())
                        .add(wire.to()));
        var ways = new HashMap<StepAddress, List<Way>>();
        targets.forEach((from, tos) -> ways.put(
                from,
                tos.stream()
                        .map(to -> new Way(java.util.Objects.requireNonNull(hosts.get(to)), reaches(targets, to, from)))
                        .toList()));
        return new Routes(Map.copyOf(hosts), ways);
    }

    private static boolean reaches(
            Map<StepAddress, java.util.Set<StepAddress>> targets, StepAddress from, StepAddress to) {
        var seen = new HashSet<StepAddress>();
        var next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            StepAddress at = next.remove();
            if (at.equals(to)) {
                return true;
            }
            if (seen.add(at)) {
                next.addAll(targets.getOrDefault(at, java.util.Set.of()));
            }
        }
        return false;
    }

    Collection<StepHost> all() {
        return hosts.values();
    }

    Optional<StepHost> at(StepAddress address) {
        return Optional.ofNullable(hosts.get(address));
    }

    List<Way> from(StepAddress step) {
        return ways.getOrDefault(step, List.of());
    }

    /// The steps an address means: a step's name, `flow/step`, or a service such as `pump_java`; in any case.
    List<StepHost> find(String address) {
        return hosts.values().stream().filter(host -> means(address, host)).toList();
    }

    private static boolean means(String address, StepHost host) {
        StepAddress step = host.plan().address();
        return address.equalsIgnoreCase(step.step())
                || address.equalsIgnoreCase(step.toString())
                || address.equalsIgnoreCase(host.plan().service() + "_java")
                || address.equalsIgnoreCase(host.plan().service());
    }
}
