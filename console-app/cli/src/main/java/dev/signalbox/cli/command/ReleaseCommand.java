// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.cli.terminal.Failures;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.workbench.release.NodeChange;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a release, or says what it would do.
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Releases all flows: says what changes on which node, signs, and hands it to the hub.")
public final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HubOption hub = new HubOption();

    @Option(names = "--note", paramLabel = "TEXT", description = "why, for the history")
    private String note = "";

    @Mixin
    private StageOptions stages = new StageOptions();

    @Option(names = "--dry-run", description = "say what would change, and change nothing")
    private boolean dryRun;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<RolloutPlan> asked = stages.plan();
        try (Workbench workbench = hub.open()) {
            ReleasePlan plan = workbench.releases().plan();
            if (!plan.blockers().isEmpty()) {
                Failures.print(spec.commandLine().getErr(), plan.blockers());
                return CommandLine.ExitCode.SOFTWARE;
            }
            print(out, plan);
            if (!dryRun) {
                out.println(make(workbench, plan, asked));
            }
            out.flush();
            return CommandLine.ExitCode.OK;
        }
    }

    private String make(Workbench workbench, ReleasePlan plan, Optional<RolloutPlan> asked) {
        if (workbench.approvals().needed()) {
            Proposal proposal = workbench.approvals().propose(plan, note, asked);
            return Colour.YELLOW.paint("Release " + proposal.number() + " has "
                    + proposal.signed().size() + " of " + proposal.needed()
                    + " signatures. Another operator approves it with: signalbox releases approve "
                    + proposal.number());
        }
        ReleaseSummary made = workbench.releases().release(plan, note, asked);
        String how = asked.isPresent() ? " is on its way, in stages." : " is on its way.";
        return Colour.GREEN.paint("Release " + made.number() + how);
    }

    private static void print(PrintWriter out, ReleasePlan plan) {
        plan.warnings().forEach(warning -> out.println(Colour.YELLOW.paint(warning.what() + " " + warning.remedy())));
        if (plan.changes().isEmpty()) {
            out.println("Nothing changes on any node.");
        }
        for (NodeChange change : plan.changes()) {
            out.println(change.node() + ":" + part(" starts ", change.starts()) + part(" changes ", change.changes())
                    + part(" stops ", change.stops()));
        }
        out.flush();
    }

    private static String part(String verb, List<StepAddress> steps) {
        return steps.isEmpty()
                ? ""
                : verb
                        + String.join(
                                ", ", steps.stream().map(StepAddress::toString).toList()) + ";";
    }
}
