// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tryout;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.workbench.tryout.TryPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A service as it is typed just now, and the values that the person gives its properties for a try.
///
/// @param values by id; a property that has none here has its initial value
record Tried(ServiceDraft draft, Map<String, String> values) {
    /// How long it may be at one thing.
    private static final int PATIENCE_SECONDS = 10;

    Tried {
        values = Map.copyOf(values);
    }

    /// @param lingerSeconds how long its timers run on after the last message
    TryPlan plan(List<JsonNode> messages, int lingerSeconds) {
        var all = new HashMap<String, String>();
        for (PropertyDefinition one : draft.properties()) {
            all.put(one.id(), values.getOrDefault(one.id(), one.initialValue()));
        }
        return new TryPlan(
                draft.fileName(), draft.source(), all, messages, new TryPlan.Limits(PATIENCE_SECONDS, lingerSeconds));
    }
}
