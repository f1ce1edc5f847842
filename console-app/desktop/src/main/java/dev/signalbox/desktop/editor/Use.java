// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.flow.Flow;
import java.util.List;

/// A step of a flow that runs a service.
///
/// @param version words for which version
record Use(String flow, String step, String version) {
    private static final int MOST = 500;

    /// All steps of the flows that run the service.
    static List<Use> of(String service, List<Flow> flows) {
        return flows.stream()
                .flatMap(flow -> flow.steps().stream()
                        .filter(step -> step.service().equals(service))
                        .map(step -> new Use(flow.name(), step.name(), words(step.version()))))
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

    private static String words(String version) {
        return version.equals(Flow.Step.LATEST) ? "latest" : "locked to " + version;
    }
}
