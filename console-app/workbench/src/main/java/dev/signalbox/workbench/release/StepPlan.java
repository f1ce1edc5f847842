// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers the steps of a release, each with its exact service version, and checks each.
final class StepPlan {
    private final Situation now;
    private final ServicePlan services;
    private final Findings findings;
    private final Map<StepAddress, ReleaseManifest.Step> steps = new LinkedHashMap<>();

    StepPlan(Situation now, ServicePlan services, Findings findings) {
        this.now = now;
        this.services = services;
        this.findings = findings;
    }

    void add(Flow flow) {
        for (Flow.Step step : flow.steps()) {
            address(flow, step).ifPresent(address -> add(flow, step, address));
        }
    }

    List<ReleaseManifest.Step> steps() {
        return List.copyOf(steps.values());
    }

    boolean has(StepAddress address) {
        return steps.containsKey(address);
    }

    private void add(Flow flow, Flow.Step step, StepAddress address) {
        Optional<ServiceVersion> version = version(flow, step);
        if (version.isEmpty()) {
            return;
        }
        ServiceDraft service = services.use(step.service(), version.get());
        if (step.assignment().isEmpty()) {
            findings.warn(PlanProblems.nowhere(flow, step));
        }
        Map<String, String> values = new PropertyCheck(findings).check(flow, step, service);
        var planned = new ReleaseManifest.Step(address, service.name(), service.version(), values, step.assignment());
        if (steps.putIfAbsent(address, planned) != null) {
            findings.block(PlanProblems.sameName(flow, step));
        }
    }

    private Optional<ServiceVersion> version(Flow flow, Flow.Step step) {
        Optional<ServiceSummary> service = now.services().stream()
                .filter(s -> s.name().equals(step.service()))
                .findFirst();
        if (service.isEmpty()) {
            findings.block(PlanProblems.unknownService(flow, step));
            return Optional.empty();
        }
        boolean newest = step.version().equals(Flow.Step.LATEST);
        Optional<ServiceVersion> version = service.get().versions().stream()
                .map(ServiceSummary.Version::version)
                .filter(v -> newest || v.toString().equals(step.version()))
                .max(ServiceVersion::compareTo);
        if (version.isEmpty()) {
            findings.block(PlanProblems.unknownVersion(flow, step));
        }
        return version;
    }

    private Optional<StepAddress> address(Flow flow, Flow.Step step) {
        try {
            return Optional.of(new StepAddress(flow.name(), step.name()));
        } catch (IllegalArgumentException badName) {
            findings.block(PlanProblems.badName(flow, step.name()));
            return Optional.empty();
        }
    }
}
