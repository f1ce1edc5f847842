// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.workbench.session.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What one step of a node is to do.
@Command(
        name = "step",
        mixinStandardHelpOptions = true,
        description = "Stops, starts, pauses, disables or calls a step of a node.")
public final class StepCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "restart",
            mixinStandardHelpOptions = true,
            description = "Ends a step and starts it anew, also out of quarantine. What waits for it is kept.")
    int restart(@Mixin StepTarget target) {
        return act(target, StepDeed.RESTART);
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = {
                "Ends a step until it is started, the node restarts, or a release changes it.",
                "1,000 messages wait for it meanwhile; more are refused and counted."
            })
    int stop(@Mixin StepTarget target) {
        return act(target, StepDeed.STOP);
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Starts a step that was stopped or is in quarantine.")
    int start(@Mixin StepTarget target) {
        return act(target, StepDeed.START);
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = {
                "Has a step stand still after what it is doing, with its messages and timers, and its neighbours go on.",
                "1,000 messages wait for it meanwhile; more are refused and counted.",
                "The pause ends 30 minutes after the last word about it, if not before."
            })
    int pause(@Mixin StepTarget target) {
        return act(target, StepDeed.PAUSE);
    }

    @Command(
            name = "next",
            mixinStandardHelpOptions = true,
            description = "Has a paused step do one thing: the next message or due timer, now or when it comes.")
    int next(@Mixin StepTarget target) {
        return act(target, StepDeed.NEXT);
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Has a paused step go on.")
    int resume(@Mixin StepTarget target) {
        return act(target, StepDeed.RESUME);
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = {
                "Has a step not run on a node until it is enabled, over restarts and releases.",
                "Messages for it are refused and counted. A node that is away hears of it when it comes."
            })
    int disable(@Mixin StepTarget target) {
        return change(target, false);
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Has a disabled step run again.")
    int enable(@Mixin StepTarget target) {
        return change(target, true);
    }

    @Command(
            name = "call",
            mixinStandardHelpOptions = true,
            description = "Hands a step a message and waits until all that it leads to is done.")
    int call(
            @Mixin StepTarget target,
            @Parameters(index = "2", paramLabel = "JSON", description = "the message, such as {\"mm\":7}")
                    String payload,
            @Option(names = "--method", paramLabel = "NAME", description = "instead of the one that takes messages")
                    String method) {
        try (Workbench workbench = target.open()) {
            return print(
                    workbench.nodeActions().call(target.node(), target.step(), method == null ? "" : method, payload));
        }
    }

    private int act(StepTarget target, StepDeed deed) {
        try (Workbench workbench = target.open()) {
            StepReport now = workbench.nodeActions().act(target.node(), target.step(), deed);
            return print(now.step() + " is " + now.state().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
    }

    private int change(StepTarget target, boolean on) {
        try (Workbench workbench = target.open()) {
            var now = workbench.nodeActions().change(target.node(), SwitchChange.step(target.step(), on));
            return print(target.step() + (on ? " is enabled" : " is disabled") + " on " + target.node()
                    + (now.connected() ? "." : ", which hears of it when it comes."));
        }
    }

    private int print(String sentence) {
        spec.commandLine().getOut().println(sentence);
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
