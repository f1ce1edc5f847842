// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers the services of a release, each with its packages locked, and checks each once.
final class ServicePlan {
    private static final String ANYWHERE = "-none-any.whl";

    private final Optional<ReleaseManifest> last;
    private final Sources sources;
    private final Findings findings;
    private final Map<String, ServiceDraft> used = new LinkedHashMap<>();
    private final Map<String, ReleaseManifest.Service> planned = new LinkedHashMap<>();

    /// @param last the release in force
    ServicePlan(Optional<ReleaseManifest> last, Sources sources, Findings findings) {
        this.last = last;
        this.sources = sources;
        this.findings = findings;
    }

    /// A step runs this version.
    ServiceDraft use(String name, ServiceVersion version) {
        return used.computeIfAbsent(name + " " + version, key -> {
            ServiceDraft draft = sources.of(name, version);
            planned.put(key, plan(draft));
            return draft;
        });
    }

    List<ReleaseManifest.Service> services() {
        return List.copyOf(planned.values());
    }

    /// A version that was released with packages keeps them: what it says does not change any more, so
    /// nobody has to be asked again.
    private ReleaseManifest.Service plan(ServiceDraft draft) {
        ReleaseManifest.Service plain = service(draft, List.of());
        if (draft.packages().isEmpty()) {
            checkSource(draft);
            return plain;
        }
        return released(draft).orElseGet(() -> locked(draft).orElse(plain));
    }

    private Optional<ReleaseManifest.Service> released(ServiceDraft draft) {
        return draft.state() == ServiceState.RELEASED
                ? last.stream()
                        .flatMap(release -> release.services().stream())
                        .filter(one -> isOf(draft, one))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isOf(ServiceDraft draft, ReleaseManifest.Service one) {
        return one.name().equals(draft.name())
                && one.version().equals(draft.version())
                && one.bundle().equals(Digests.of(draft.source()));
    }

    private Optional<ReleaseManifest.Service> locked(ServiceDraft draft) {
        try {
            List<LockedPackage> packages = sources.packages(draft);
            checkSource(draft);
            packages.stream()
                    .filter(one -> !one.isJar() && !one.file().endsWith(ANYWHERE))
                    .forEach(one -> findings.warn(PlanProblems.forOneKind(draft, one)));
            return Optional.of(service(draft, packages));
        } catch (ProblemException cannotBeHad) {
            findings.block(PlanProblems.packages(draft, cannotBeHad.problem()));
        } catch (IllegalArgumentException tooMuch) {
            findings.block(PlanProblems.tooMuch(draft, tooMuch));
        }
        return Optional.empty();
    }

    private void checkSource(ServiceDraft draft) {
        if (draft.language() == Language.JAVA) {
            sources.errors(draft).forEach(mark -> findings.block(PlanProblems.doesNotCompile(draft, mark)));
        }
    }

    private static ReleaseManifest.Service service(ServiceDraft draft, List<LockedPackage> packages) {
        return new ReleaseManifest.Service(
                draft.name(), draft.version(), draft.language(), Digests.of(draft.source()), packages);
    }
}
