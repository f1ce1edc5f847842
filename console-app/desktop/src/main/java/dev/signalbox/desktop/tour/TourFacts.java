// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.ServiceSummary;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the hub says, of which the tour sees how far somebody is.
///
/// @param online whether a node is there
/// @param running a node that runs it, by the name of a service
record TourFacts(boolean online, Map<String, String> running, List<ServiceSummary> services, List<Flow> flows) {
    /// Of all services that are new, the one that is farthest.
    ///
    /// @param before names of the services that were there before the tour
    TourPlace place(Set<String> before) {
        return services.stream()
                .filter(service -> !before.contains(service.name()))
                .map(this::placeOf)
                .max(Comparator.comparingInt(place -> place.done().size()))
                .orElseGet(() -> new TourPlace(Optional.empty(), Optional.empty(), Optional.empty(), done()));
    }

    private EnumSet<TourStep> done() {
        return online ? EnumSet.of(TourStep.NODE) : EnumSet.noneOf(TourStep.class);
    }

    private TourPlace placeOf(ServiceSummary service) {
        EnumSet<TourStep> done = done();
        done.add(TourStep.SERVICE);
        List<Flow> with = flows.stream().filter(flow -> uses(flow, service)).toList();
        Optional<Flow> assigned =
                with.stream().filter(flow -> runsSomewhere(flow, service)).findFirst();
        if (!with.isEmpty()) {
            done.add(TourStep.FLOW);
        }
        if (assigned.isPresent()) {
            done.add(TourStep.ASSIGNMENT);
        }
        if (service.versions().stream().anyMatch(version -> version.release() > 0)) {
            done.add(TourStep.RELEASE);
        }
        Optional<String> node = Optional.ofNullable(running.get(service.name()));
        if (node.isPresent()) {
            done.add(TourStep.RUNNING);
        }
        Optional<String> flow = assigned.or(() -> with.stream().findFirst()).map(Flow::name);
        return new TourPlace(Optional.of(service.name()), flow, node, done);
    }

    private static boolean uses(Flow flow, ServiceSummary service) {
        return flow.steps().stream().anyMatch(step -> step.service().equals(service.name()));
    }

    private static boolean runsSomewhere(Flow flow, ServiceSummary service) {
        return flow.steps().stream()
                .anyMatch(step -> step.service().equals(service.name())
                        && !step.assignment().isEmpty());
    }
}
