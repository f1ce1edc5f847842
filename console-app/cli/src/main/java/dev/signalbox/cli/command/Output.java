// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.cli.terminal.Table;
import dev.signalbox.protocol.codec.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints a list for a person, or with `--json` for a program.
public final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "print JSON for programs")
    private boolean json;

    void print(Object list, Table table) {
        PrintWriter out = out();
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(list));
            out.flush();
        } else {
            table.print(out);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
