// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.workbench.flow.Flows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Changes to steps that need the hub first.
record StepMaking(Flows flows, KnownServices services, Asking asking) {
    /// Adds a step that runs the newest version of a service, with the values it starts with.
    void add(FlowViewModel open, String service, double x, double y) {
        services.definitions(
                service,
                Step.LATEST,
                known -> open.personAdds(
                        new Step(service, service, Step.LATEST, initial(known), Assignment.NONE, x, y)));
    }

    private static Map<String, String> initial(List<PropertyDefinition> definitions) {
        var values = new HashMap<String, String>();
        definitions.stream()
                .filter(one -> !one.initialValue().isEmpty())
                .forEach(one -> values.put(one.id(), one.initialValue()));
        return values;
    }

    /// Hands a secret's new value to the hub; the step then refers to it.
    void replaceSecret(FlowViewModel open, String step, String property, String value) {
        String id = open.flow().get().name() + "." + step + "." + property;
        asking.ask(
                () -> flows.putSecret(id, value),
                reference -> open.personEdits(flow -> StepEdits.property(flow, step, property, reference.toString())));
    }
}
