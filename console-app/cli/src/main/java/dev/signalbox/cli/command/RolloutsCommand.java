// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Releases that come to their nodes in stages.
@Command(
        name = "rollouts",
        mixinStandardHelpOptions = true,
        description = "Watches and steers releases that come to their nodes in stages.")
public final class RolloutsCommand {
    private static final String RELEASE = "RELEASE";
    private static final String ITS_NUMBER = "number of the release";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all rollouts, the newest first.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<RolloutView> all = workbench.rollouts().list();
            var table = new Table("RELEASE", "STATE", "STAGE", "NODES", "WAIT", "TRY", "SUCCEEDED", "FAILED", "BACK");
            all.forEach(one -> table.row(row(one)));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    private static String[] row(RolloutView one) {
        RolloutTally tally = one.tally();
        return new String[] {
            Long.toString(one.release()),
            word(one.state()),
            stage(one),
            Integer.toString(tally.targets()),
            Integer.toString(tally.waiting()),
            Integer.toString(tally.ordered()),
            Integer.toString(tally.succeeded()),
            Integer.toString(tally.failed()),
            Integer.toString(tally.back())
        };
    }

    private static String word(RolloutState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String stage(RolloutView one) {
        List<Integer> shares = one.plan().shares();
        return (one.stage() + 1) + " of " + shares.size() + ", " + shares.get(one.stage()) + " %";
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Tells how one stands, why, and which nodes failed.")
    int show(@Mixin HubOption hub, @Parameters(paramLabel = RELEASE, description = ITS_NUMBER) long release) {
        try (Workbench workbench = hub.open()) {
            print(workbench.rollouts().get(release));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "follow",
            mixinStandardHelpOptions = true,
            description = {
                "Prints how one goes on until it is done, which ends with 0, or halted, which ends with 1: nodes go back then.",
                "One that paused is waited for."
            })
    int follow(@Mixin HubOption hub, @Parameters(paramLabel = RELEASE, description = ITS_NUMBER) long release)
            throws InterruptedException {
        try (Workbench workbench = hub.open()) {
            RolloutView seen = workbench.rollouts().get(release);
            out().println(sentence(seen));
            while (seen.state().isOpen()) {
                TimeUnit.SECONDS.sleep(1);
                RolloutView before = seen;
                RolloutView now = workbench.rollouts().get(release);
                if (!sentence(now).equals(sentence(seen))) {
                    out().println(sentence(now));
                    now.why()
                            .filter(why -> !now.why().equals(before.why()))
                            .ifPresent(why -> out().println(why.what() + " " + why.remedy()));
                    out().flush();
                }
                seen = now;
            }
            print(seen);
            return seen.state() == RolloutState.DONE ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Brings it to no further node for now.")
    int pause(@Mixin HubOption hub, @Parameters(paramLabel = RELEASE, description = ITS_NUMBER) long release) {
        return move(hub, release, RolloutMove.PAUSE);
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Goes on with one that paused.")
    int resume(@Mixin HubOption hub, @Parameters(paramLabel = RELEASE, description = ITS_NUMBER) long release) {
        return move(hub, release, RolloutMove.RESUME);
    }

    @Command(
            name = "next",
            mixinStandardHelpOptions = true,
            description = "Begins the next stage now, whatever the nodes of this one tell.")
    int next(@Mixin HubOption hub, @Parameters(paramLabel = RELEASE, description = ITS_NUMBER) long release) {
        return move(hub, release, RolloutMove.NEXT_STAGE);
    }

    @Command(
            name = "halt",
            mixinStandardHelpOptions = true,
            description = "Ends it: no node gets it any more, and those that have it go back.")
    int halt(@Mixin HubOption hub, @Parameters(paramLabel = RELEASE, description = ITS_NUMBER) long release) {
        return move(hub, release, RolloutMove.HALT);
    }

    private int move(HubOption hub, long release, RolloutMove move) {
        try (Workbench workbench = hub.open()) {
            RolloutView seen = workbench.rollouts().get(release);
            out().println(sentence(workbench.rollouts().move(seen, move)));
            return CommandLine.ExitCode.OK;
        }
    }

    private void print(RolloutView one) {
        out().println(sentence(one));
        one.why().ifPresent(why -> out().println(why.what() + " " + why.remedy()));
        var table = new Table("NODE", "WHY");
        one.failures()
                .forEach(failed -> table.row(failed.node(), failed.problem().what()));
        if (!one.failures().isEmpty()) {
            table.print(out());
        }
        out().flush();
    }

    private static String sentence(RolloutView one) {
        RolloutTally tally = one.tally();
        String shares = one.plan().shares().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Release " + one.release() + " is " + word(one.state()) + ", stage " + stage(one) + " (of " + shares
                + "): "
                + tally.succeeded() + " of " + tally.targets() + " nodes run it, " + tally.ordered() + " try it, "
                + tally.failed() + " failed, " + tally.back() + " went back.";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
