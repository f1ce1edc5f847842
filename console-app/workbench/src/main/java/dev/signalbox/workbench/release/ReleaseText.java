// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ReleaseManifest.Service;
import dev.signalbox.protocol.release.ReleaseManifest.Step;
import dev.signalbox.protocol.release.ReleaseManifest.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A release in lines that people read, in an order that does not depend on how it was made: so a small change is a
/// small difference.
final class ReleaseText {
    /// The order in which services are told.
    static final Comparator<Service> BY_NAME =
            Comparator.comparing(Service::name).thenComparing(Service::version);

    private static final String INDENT = "    ";

    private final ReleaseManifest release;

    ReleaseText(ReleaseManifest release) {
        this.release = release;
    }

    /// The lines of each flow, by its name: its steps with their values, nodes and wires.
    SortedMap<String, List<String>> flows() {
        var flows = new TreeMap<String, List<String>>();
        release.steps().stream()
                .sorted(Comparator.comparing(Step::address))
                .forEach(step -> flows.computeIfAbsent(step.address().flow(), _ -> new ArrayList<>())
                        .addAll(lines(step)));
        return flows;
    }

    private List<String> lines(Step step) {
        var lines = new ArrayList<String>();
        lines.add(step.address().step() + ": " + step.service() + " " + step.version());
        step.properties().forEach((id, value) -> lines.add(INDENT + id + " = " + shown(value)));
        lines.add(INDENT + where(step.assignment()));
        release.wires().stream()
                .filter(wire -> wire.from().equals(step.address()))
                .map(ReleaseText::line)
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    /// A secret's value is nowhere but on the nodes; which of its versions it is can be told.
    private static String shown(String value) {
        boolean secret = value.startsWith(Step.SECRET_PREFIX);
        return secret ? "secret, version " + value.substring(value.lastIndexOf('@') + 1) : value;
    }

    private static String where(Assignment assignment) {
        if (assignment.isEmpty()) {
            return "runs nowhere";
        }
        var places = new ArrayList<>(assignment.nodes());
        if (!assignment.tags().isEmpty()) {
            places.add(assignment.tags().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .collect(Collectors.joining(" and ", "nodes with ", "")));
        }
        return "runs on " + String.join(", ", places);
    }

    private static String line(Wire wire) {
        return INDENT + "to " + wire.to() + (wire.condition().isEmpty() ? "" : " when " + wire.condition());
    }

    /// A line for each service, and one for each of its packages.
    List<String> services() {
        return release.services().stream()
                .sorted(BY_NAME)
                .flatMap(service -> lines(service).stream())
                .toList();
    }

    private static List<String> lines(Service service) {
        var lines = new ArrayList<String>();
        lines.add(service.name() + " " + service.version() + ", "
                + service.language().name().toLowerCase(Locale.ROOT));
        service.packages().stream().map(LockedPackage::coordinates).sorted().forEach(one -> lines.add(INDENT + one));
        return lines;
    }
}
