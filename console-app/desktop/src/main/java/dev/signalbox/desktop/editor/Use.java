// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;

/// A step of a flow that runs a service.
///
/// @param version which it runs, as the flow has it: `latest`, or the one it is locked to
record Use(String flow, String step, String version) {
    private static final int MOST = 500;

    /// All steps of the flows that run the service.
    static List<Use> of(String service, List<Flow> flows) {
        return flows.stream()
                .flatMap(flow -> flow.steps().stream()
                        .filter(step -> step.service().equals(service))
                        .map(step -> new Use(flow.name(), step.name(), step.version())))
                .toList();
    }

    /// Addresses that a service can send to: steps of the flows it is in by their names, steps of others
    /// with their flow.
    static List<String> addresses(String service, List<Flow> flows) {
        return flows.stream()
                .flatMap(flow -> flow.steps().stream().map(step -> address(service, flow, step.name())))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String address(String service, Flow flow, String step) {
        boolean isIn = flow.steps().stream().anyMatch(one -> one.service().equals(service));
        return isIn ? step : flow.name() + "/" + step;
    }

    boolean locked() {
        return !version.equals(Step.LATEST);
    }

    String words() {
        return locked() ? "locked to " + version : "follows the newest";
    }

    /// Whether it is locked to another version than that one.
    boolean behind(ServiceVersion newest) {
        return locked() && !version.equals(newest.toString());
    }

    /// The flow with that step at another version.
    Flow in(Flow its, String other) {
        List<Step> steps = its.steps().stream()
                .map(s -> s.name().equals(step)
                        ? new Step(s.name(), s.service(), other, s.properties(), s.assignment(), s.x(), s.y())
                        : s)
                .toList();
        return its.with(steps, its.wires());
    }
}
