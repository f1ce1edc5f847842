// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.jvm.JvmProgram;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.PackageFiles;
import dev.signalbox.agent.step.Program;
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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compiles and loads Java services. The compiler is made at the first need, because it is the largest
/// thing in a node's memory.
final class JavaBuilder {
    private final Map<StepPlan, Compilation> compiled = new HashMap<>();
    private @Nullable ServiceCompiler compiler;

    /// Each step has its own classes, so that their static fields are apart. Throws ProblemException with file, line
    /// and column.
    Program load(CheckedRelease release, StepPlan plan) {
        List<Path> packages = packages(release, plan);
        Compilation compilation = compilation(release, plan);
        return new JvmProgram(() -> load(compilation, packages));
    }

    /// What a process of its own is to load. Throws ProblemException as `load` does.
    Compilation checked(CheckedRelease release, StepPlan plan) {
        Compilation compilation = compilation(release, plan);
        load(compilation, packages(release, plan)).close();
        return compilation;
    }

    private Compilation compilation(CheckedRelease release, StepPlan plan) {
        return compiled.computeIfAbsent(shared(plan), key -> compile(release, plan));
    }

    private static List<Path> packages(CheckedRelease release, StepPlan plan) {
        return release.packages(plan.runs()).paths();
    }

    /// What was compiled for several steps of one release.
    void forget() {
        compiled.clear();
    }

    /// Makes the compiler ready while something else is waited for.
    synchronized ServiceCompiler compiler() {
        if (compiler == null) {
            compiler = ServiceCompiler.create();
        }
        return compiler;
    }

    private static StepPlan shared(StepPlan plan) {
        return new StepPlan(new StepAddress("any", "any"), plan.runs(), Map.of());
    }

    private Compilation compile(CheckedRelease release, StepPlan plan) {
        String file = plan.service() + ".java";
        Compilation compilation = compile(file, release.source(plan.runs()), release.packages(plan.runs()));
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

    /// A package that the disk did not let the compiler read looks like a mistake of the author's.
    private Compilation compile(String file, String source, PackageFiles packages) {
        Compilation first = compiler().compile(file, source, packages.paths());
        if (first.succeeded() || packages.isEmpty()) {
            return first;
        }
        packages.mustBeReadable();
        return compiler().compile(file, source, packages.paths());
    }

    private static LoadedService load(Compilation compilation, List<Path> packages) {
        try {
            return LoadedService.load(compilation, packages);
        } catch (ServiceUnusable unusable) {
            throw new ProblemException(
                    new Problem(
                            "service.unusable", unusable.getMessage() + ".", "Mend the service and release it again."),
                    unusable);
        }
    }
}
