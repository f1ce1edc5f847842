// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.engine.compile.Diagnostic;
import dev.signalbox.engine.compile.ServiceCompiler;
import dev.signalbox.engine.compile.Severity;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.engine.load.ServiceUnusable;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compiles and loads the services of a release before anything is stopped. The compiler is made at the first need,
/// because it is the largest thing in a node's memory.
final class Builder {
    private @Nullable ServiceCompiler compiler;

    /// A loaded service for each plan; each step has its own, so that their static fields are apart. Throws
    /// ProblemException with file, line and column.
    Map<StepAddress, LoadedService> build(CheckedRelease release, List<StepPlan> plans) {
        var loaded = new HashMap<StepAddress, LoadedService>();
        var compiled = new HashMap<StepPlan, Compilation>();
        for (StepPlan plan : plans) {
            Compilation compilation = compiled.computeIfAbsent(shared(plan), key -> compile(release, plan));
            loaded.put(plan.address(), load(compilation));
        }
        return loaded;
    }

    /// Makes the compiler ready while something else is waited for.
    synchronized ServiceCompiler compiler() {
        if (compiler == null) {
            compiler = ServiceCompiler.create();
        }
        return compiler;
    }

    private static StepPlan shared(StepPlan plan) {
        return new StepPlan(new StepAddress("any", "any"), plan.service(), plan.version(), plan.bundle(), Map.of());
    }

    private Compilation compile(CheckedRelease release, StepPlan plan) {
        String file = plan.service() + ".java";
        String source = Objects.requireNonNull(release.sources().get(plan.bundle()));
        Compilation compilation = compiler().compile(file, source);
        if (!compilation.succeeded()) {
            Diagnostic first = compilation.diagnostics().stream()
                    .filter(d -> d.severity() == Severity.ERROR)
                    .findFirst()
                    .orElseThrow();
            throw new ProblemException(new Problem(
                    "service.does-not-compile",
                    file + ":" + first.line() + ":" + first.column() + ": " + first.message() + ".",
                    "Mend the service and release it again."));
        }
        return compilation;
    }

    private static LoadedService load(Compilation compilation) {
        try {
            return LoadedService.load(compilation);
        } catch (ServiceUnusable unusable) {
            throw new ProblemException(
                    new Problem(
                            "service.unusable", unusable.getMessage() + ".", "Mend the service and release it again."),
                    unusable);
        }
    }
}
