// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.operator.audit.AuditEntry;
import dev.signalbox.operator.audit.AuditPage;
import dev.signalbox.workbench.session.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What operators did.
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Lists what operators did.")
public final class AuditCommand {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what was done, the newest first.")
    int list(
            @Mixin HubOption hub,
            @Mixin Output output,
            @Option(names = "--operator", paramLabel = "NAME", defaultValue = "", description = "of this operator only")
                    String operator,
            @Option(names = "--text", paramLabel = "TEXT", defaultValue = "", description = "only what has this in it")
                    String text,
            @Option(
                            names = "--most",
                            paramLabel = "NUMBER",
                            description = "at most so many (default: ${DEFAULT-VALUE})",
                            defaultValue = "200")
                    int most) {
        try (Workbench workbench = hub.open()) {
            List<AuditEntry> all = entries(workbench, operator, text, most);
            var table = new Table("WHEN", "WHO", "FROM", "WHAT", "OUTCOME");
            all.forEach(one -> table.row(one.time().toString(), one.operator(), one.from(), what(one), word(one)));
            output.print(all, table);
            return CommandLine.ExitCode.OK;
        }
    }

    private static List<AuditEntry> entries(Workbench workbench, String operator, String text, int most) {
        var all = new ArrayList<AuditEntry>();
        AuditPage page = workbench.audit().page(0, operator, text);
        all.addAll(page.entries());
        while (page.before() != 0 && all.size() < most) {
            page = workbench.audit().page(page.before(), operator, text);
            all.addAll(page.entries());
        }
        return all.subList(0, Math.min(most, all.size()));
    }

    private static String what(AuditEntry one) {
        return one.times() == 1 ? one.deed() : one.deed() + ", " + one.times() + " times until " + one.last();
    }

    private static String word(AuditEntry one) {
        return one.outcome().name().toLowerCase(Locale.ROOT);
    }
}
