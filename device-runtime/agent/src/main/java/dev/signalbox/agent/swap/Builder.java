// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.child.ChildProgram;
import dev.signalbox.agent.isolated.Isolated;
import dev.signalbox.agent.python.Python;
import dev.signalbox.agent.python.PythonSource;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.StepAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the programs of a release before anything is stopped.
final class Builder {
    private final JavaBuilder java = new JavaBuilder();
    private final Python python;
    private final Isolated isolated;

    Builder(Python python, Isolated isolated) {
        this.python = python;
        this.isolated = isolated;
    }

    /// A program for each plan; each step has its own. Throws ProblemException with file, line and column; nothing is
    /// left open then.
    Map<StepAddress, Program> build(CheckedRelease release, List<StepPlan> plans) {
        check(release, plans.stream().filter(Builder::isPython).toList());
        var programs = new HashMap<StepAddress, Program>();
        try {
            for (StepPlan plan : plans) {
                programs.put(plan.address(), program(release, plan));
            }
            ChildProgram.awaitReady(programs.values());
            return programs;
        } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
            programs.values().forEach(Program::close);
            throw broken;
        } finally {
            java.forget();
        }
    }

    /// Deletes what was kept for steps that are not among these.
    void keepOnly(Collection<StepPlan> plans) {
        python.keepOnly(plans);
    }

    private void check(CheckedRelease release, List<StepPlan> plans) {
        if (!plans.isEmpty()) {
            python.check(plans.stream()
                    .map(plan -> new PythonSource(plan.service() + ".py", release.source(plan.runs())))
                    .distinct()
                    .toList());
        }
    }

    private Program program(CheckedRelease release, StepPlan plan) {
        if (isPython(plan)) {
            return python.program(plan, release.source(plan.runs()), release.packages(plan.runs()));
        }
        return plan.isIsolated()
                ? isolated.program(
                        plan,
                        java.checked(release, plan),
                        release.packages(plan.runs()).paths())
                : java.load(release, plan);
    }

    private static boolean isPython(StepPlan plan) {
        return plan.language() == Language.PYTHON;
    }
}
