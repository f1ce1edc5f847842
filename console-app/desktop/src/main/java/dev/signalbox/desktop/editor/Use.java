// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.flow.Flow;
import java.util.List;

/// A step of a flow that runs a service.
///
/// @param version words for which version
record Use(String flow, String step, String version) {
    /// All steps of the flows that run the service.
    static List<Use> of(String service, List<Flow> flows) {
        return flows.stream()
                .flatMap(flow -> flow.steps().stream()
                        .filter(step -> step.service().equals(service))
                        .map(step -> new Use(flow.name(), step.name(), words(step.version()))))
                .toList();
    }

    private static String words(String version) {
        return version.equals(Flow.Step.LATEST) ? "latest" : "locked to " + version;
    }
}
