// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The steps of this node and the wires among them, at one moment.
public final class Routes {
    private static final int MOST_FOUND = 10_000;

    /// No steps.
    public static final Routes NONE = new Routes(new Layout(Map.of(), new Circles(List.of())), Map.of(), Map.of());

    private final Map<StepAddress, StepHost> hosts;
    private final Circles circles;
    /// Of hosts, not of addresses: who ends keeps the ways it had.
    private final Map<StepHost, List<Way>> ways;
    /// Wires that join the same steps share it.
    private final Map<Joint, Traffic> carried;

    /// Who an address means, looked for once.
    private final Map<String, List<StepHost>> found = new ConcurrentHashMap<>();

    private Routes(Layout layout, Map<StepHost, List<Way>> ways, Map<Joint, Traffic> carried) {
        this.hosts = layout.hosts();
        this.circles = layout.circles();
        this.ways = ways;
        this.carried = carried;
    }

    private record Layout(Map<StepAddress, StepHost> hosts, Circles circles) {}

    private record Joint(StepAddress from, StepAddress to) {}

    /// Wires to steps that run elsewhere lead nowhere here. Throws ProblemException when a condition cannot be read.
    ///
    /// @param former whose counts go on
    public static Routes of(Map<StepAddress, StepHost> hosts, List<ReleaseManifest.Wire> wires, Routes former) {
        List<ReleaseManifest.Wire> here = wires.stream()
                .filter(wire -> hosts.containsKey(wire.from()) && hosts.containsKey(wire.to()))
                .toList();
        var circles = new Circles(here);
        var ways = new HashMap<StepHost, List<Way>>();
        var carried = new HashMap<Joint, Traffic>();
        for (ReleaseManifest.Wire wire : here) {
            Traffic traffic = carried.computeIfAbsent(new Joint(wire.from(), wire.to()), former::traffic);
            ways.computeIfAbsent(host(hosts, wire.from()), from -> new ArrayList<>())
                    .add(new Way(
                            host(hosts, wire.to()), circles.closes(wire), Condition.of(wire.condition()), traffic));
        }
        return new Routes(new Layout(Map.copyOf(hosts), circles), ways, carried);
    }

    private Traffic traffic(Joint joint) {
        return carried.getOrDefault(joint, new Traffic());
    }

    private static StepHost host(Map<StepAddress, StepHost> hosts, StepAddress address) {
        return Objects.requireNonNull(hosts.get(address));
    }

    /// These, and hosts that end with the ways they have now, so that what they still send arrives.
    public Routes with(Routes former, Collection<StepHost> ending) {
        var more = new HashMap<>(ways);
        ending.forEach(host -> more.put(host, former.from(host)));
        return new Routes(new Layout(hosts, circles), more, carried);
    }

    /// Sources before those they lead to.
    public Comparator<StepHost> order() {
        return Comparator.comparingInt(host -> circles.place(host.address()));
    }

    /// How many messages each wire has carried since the node started.
    public List<NodeFigures.OfWire> carried() {
        return carried.entrySet().stream()
                .map(one -> new NodeFigures.OfWire(
                        one.getKey().from(), one.getKey().to(), one.getValue().count()))
                .toList();
    }

    /// What the wires from one step to another carry; empty when there are none here.
    Optional<Traffic> traffic(StepAddress from, StepAddress to) {
        return Optional.ofNullable(carried.get(new Joint(from, to)));
    }

    /// What all wires carry.
    Collection<Traffic> traffic() {
        return carried.values();
    }

    Stream<StepHost> all() {
        return hosts.values().stream();
    }

    Optional<StepHost> at(StepAddress address) {
        return Optional.ofNullable(hosts.get(address));
    }

    List<Way> from(StepHost host) {
        return ways.getOrDefault(host, List.of());
    }

    /// The steps an address means to a step of that flow, in any case. The first of these that there is: a step's
    /// `flow/step`, the step of that name in the same flow, steps of that name, those of a service (`pump_java`).
    List<StepHost> find(String flow, String address) {
        String asked = flow + " " + address;
        return found.size() > MOST_FOUND
                ? search(flow, address)
                : found.computeIfAbsent(asked, a -> search(flow, address));
    }

    private List<StepHost> search(String flow, String address) {
        return Stream.<Predicate<StepHost>>of(
                        host -> host.address().toString().equalsIgnoreCase(address),
                        host -> host.address().step().equalsIgnoreCase(address)
                                && host.address().flow().equalsIgnoreCase(flow),
                        host -> host.address().step().equalsIgnoreCase(address),
                        host -> isService(host.plan(), address))
                .map(meant -> hosts.values().stream().filter(meant).toList())
                .filter(hosts -> !hosts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isService(StepPlan plan, String name) {
        return name.equalsIgnoreCase(plan.service()) || name.equalsIgnoreCase(plan.serviceId());
    }
}
