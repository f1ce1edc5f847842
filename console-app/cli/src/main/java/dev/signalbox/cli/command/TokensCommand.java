// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Provisioning tokens: what lets new devices ask to be let in.
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Lists, makes and revokes tokens with which new devices ask to be let in.")
public final class TokensCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all tokens, without their secrets.")
    int list(@Mixin HubOption hub, @Mixin Output output) {
        try (Workbench workbench = hub.open()) {
            List<TokenView> all = workbench.provisioning().tokens();
            var table = new Table("TOKEN", "STATE", "ENDS", "DEVICES", "LETS IN");
            all.forEach(token -> table.row(
                    token.name(),
                    state(token),
                    token.expires().map(Instant::toString).orElse("never"),
                    Long.toString(token.uses()),
                    letsIn(token)));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a token and prints the one string that a device needs, which is secret and is told this once.",
                "A device that asks with it waits for a person, unless its id is approved beforehand."
            })
    int make(
            @Mixin HubOption hub,
            @Parameters(paramLabel = "TOKEN", description = "a name for it") String name,
            @Mixin TokenLimits limits) {
        try (Workbench workbench = hub.open()) {
            print(workbench.provisioning().make(limits.token(name)).text());
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Ends a token. Devices that it let in stay; what waits by it is sent away.")
    int revoke(@Mixin HubOption hub, @Parameters(paramLabel = "TOKEN", description = "its name") String name) {
        try (Workbench workbench = hub.open()) {
            TokenView open = workbench.provisioning().tokens().stream()
                    .filter(token -> token.name().equalsIgnoreCase(name)
                            && token.revoked().isEmpty())
                    .reduce((_, newer) -> newer)
                    .orElseThrow(() -> new ProblemException(notKnown(name)));
            workbench.provisioning().revoke(open.id());
            return CommandLine.ExitCode.OK;
        }
    }

    private static String state(TokenView token) {
        if (token.revoked().isPresent()) {
            return "revoked";
        }
        return token.open() ? "open" : token.singleUse() && token.uses() > 0 ? "used" : "ended";
    }

    private static String letsIn(TokenView token) {
        String who = token.deviceId().map(DeviceId::value).orElse("any id");
        return token.preApproved().isEmpty()
                ? who
                : who + ", approved beforehand: "
                        + String.join(
                                " ",
                                token.preApproved().stream()
                                        .map(DeviceId::value)
                                        .toList());
    }

    private static Problem notKnown(String name) {
        return new Problem(
                "token.not-known",
                "The hub has no token called \"" + name + "\" that could be revoked.",
                "See them with: signalbox tokens list");
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
