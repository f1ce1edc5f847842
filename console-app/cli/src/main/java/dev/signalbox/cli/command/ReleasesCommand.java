// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.DiffText;
import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.release.Approved;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.session.Workbench;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The releases that were made.
@Command(
        name = "releases",
        mixinStandardHelpOptions = true,
        description = "Lists the releases that were made, and tells what differs between two.")
public final class ReleasesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all releases, the newest first.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<ReleaseSummary> all = workbench.releases().history();
            var table = new Table("RELEASE", "WHEN", "WHO", "WHY");
            all.forEach(one ->
                    table.row(Long.toString(one.number()), one.createdAt().toString(), one.createdBy(), one.note()));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description =
                    "Prints what differs between two releases: flows with values, nodes and wires, services and their"
                            + " sources. Of a secret it tells the version.")
    int compare(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "BEFORE", description = "a release; 0 for what was there before the first")
                    long before,
            @Parameters(paramLabel = "AFTER", description = "the other release") long after) {
        try (Workbench workbench = hub.open()) {
            List<Part> parts = workbench.releases().compare(before, after);
            if (parts.isEmpty()) {
                spec.commandLine().getOut().println("Nothing differs.");
            }
            DiffText.print(parts, spec.commandLine().getOut());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "proposals",
            mixinStandardHelpOptions = true,
            description = "Lists the releases that wait until another operator has signed them.")
    int proposals(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<Proposal> all = workbench.approvals().list();
            var table = new Table("RELEASE", "WHEN", "WHO", "SIGNED BY", "NEEDS");
            all.forEach(one -> table.row(
                    Long.toString(one.number()),
                    one.made().toString(),
                    one.madeBy(),
                    String.join(" ", one.signed()),
                    Integer.toString(one.needed())));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Prints what a proposed release changes, and signs it if its digest is given.")
    int approve(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "RELEASE", description = "its number") long number,
            @Option(
                            names = "--sign",
                            paramLabel = "DIGEST",
                            defaultValue = "",
                            description = "sign what has this digest, as this command printed it before")
                    String digest) {
        try (Workbench workbench = hub.open()) {
            Proposal proposal = proposal(workbench, number);
            DiffText.print(
                    workbench.approvals().changes(proposal), spec.commandLine().getOut());
            String its = Digests.of(Dsse.payload(proposal.envelope())).value();
            if (digest.equals(its)) {
                Approved approved = workbench.approvals().approve(proposal);
                print(
                        approved.release().isPresent()
                                ? "Release " + number + " is on its way."
                                : "Release " + number + " has "
                                        + approved.signed().size() + " of " + proposal.needed() + " signatures.");
            } else {
                print("Sign it with: signalbox releases approve " + number + " --sign " + its);
            }
            return digest.isEmpty() || digest.equals(its) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static Proposal proposal(Workbench workbench, long number) {
        return workbench.approvals().list().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        "release.not-known",
                        "No release " + number + " waits to be approved.",
                        "See what waits with: signalbox releases proposals")));
    }

    @Command(
            name = "take-back",
            mixinStandardHelpOptions = true,
            description = "Gives up a release that waits to be approved.")
    int takeBack(@Mixin HubOption hub, @Parameters(paramLabel = "RELEASE", description = "its number") long number) {
        try (Workbench workbench = hub.open()) {
            workbench.approvals().takeBack(number);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "countersign",
            mixinStandardHelpOptions = true,
            description = "Signs a release as well, so that nodes believe it also when who signed it goes.")
    int countersign(@Mixin HubOption hub, @Parameters(paramLabel = "RELEASE", description = "its number") long number) {
        try (Workbench workbench = hub.open()) {
            workbench.approvals().countersign(number);
            return CommandLine.ExitCode.OK;
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
