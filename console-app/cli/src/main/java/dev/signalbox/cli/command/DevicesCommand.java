// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Devices of any make. Keys and connection strings are with `nodes`.
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Tells what became of a device's messages.")
public final class DevicesCommand {
    @Command(
            name = "account",
            mixinStandardHelpOptions = true,
            description = {
                "Prints what a device last said became of all messages it was ever given.",
                "taken = forwarded + waiting + expired + displaced + damaged; what was refused was never taken."
            })
    int account(
            @Mixin HubOption hub,
            @Mixin Output output,
            @Parameters(paramLabel = "DEVICE", description = "its id") String device) {
        try (Workbench workbench = hub.open()) {
            DeviceId id = Names.device(device);
            AccountView told = workbench.devices().account(id).orElseThrow(() -> new ProblemException(none(id)));
            output.print(told, table(told));
            return CommandLine.ExitCode.OK;
        }
    }

    private static Problem none(DeviceId id) {
        return new Problem(
                "account.not-known",
                "The hub has heard no account of a device called " + id + ".",
                "Check its id. Signalbox's own device client tells one when it signs in; other clients do not.");
    }

    private static Table table(AccountView told) {
        Account account = told.account();
        var table = new Table("MESSAGES", "NUMBER");
        row(table, "taken", account.taken());
        row(table, "forwarded", account.forwarded());
        row(table, "waiting", account.waiting());
        row(table, "expired", account.expired());
        row(table, "displaced", account.displaced());
        row(table, "damaged", account.damaged());
        row(table, "refused", account.refused());
        table.row("agrees", account.agrees() ? "yes" : "NO");
        table.row("told at", told.toldAt().toString());
        row(table, "stored by the hub", told.counted().stored());
        row(table, "dropped as repeated", told.counted().repeated());
        table.row("counted since", told.counted().since().toString());
        return table;
    }

    private static void row(Table table, String name, long number) {
        table.row(name, Long.toString(number));
    }
}
