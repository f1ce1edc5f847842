// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.util.Map;
import java.util.TreeMap;

/// Holds the values a flow gives a step against what the service asks for.
final class PropertyCheck {
    private final Findings findings;

    PropertyCheck(Findings findings) {
        this.findings = findings;
    }

    /// The values the step runs with: empty ones left out, because an empty value is none.
    Map<String, String> check(Flow flow, Flow.Step step, ServiceDraft service) {
        var values = new TreeMap<String, String>();
        for (PropertyDefinition property : service.properties()) {
            String value = step.properties().getOrDefault(property.id(), "");
            if (!value.isBlank()) {
                values.put(property.id(), value);
                checkValue(flow, step, property);
            } else if (property.mandatory()) {
                findings.block(PlanProblems.empty(flow, step, property));
            }
        }
        return values;
    }

    private void checkValue(Flow flow, Flow.Step step, PropertyDefinition property) {
        String value = String.valueOf(step.properties().get(property.id())).strip();
        boolean secret = value.startsWith(ReleaseManifest.Step.SECRET_PREFIX);
        if (property.kind() == PropertyDefinition.Kind.SECURITY) {
            if (!secret) {
                findings.block(PlanProblems.openSecret(flow, step, property));
            }
        } else if (!fits(property.type(), value)) {
            findings.block(PlanProblems.wrongType(flow, step, property));
        }
    }

    private static boolean fits(PropertyDefinition.Type type, String value) {
        return switch (type) {
            case TEXT -> true;
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case NUMBER -> isNumber(value);
        };
    }

    private static boolean isNumber(String value) {
        try {
            return Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException no) {
            return false;
        }
    }
}
