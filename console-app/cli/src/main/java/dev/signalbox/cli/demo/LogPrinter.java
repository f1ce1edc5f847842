// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.terminal.LogText;
import dev.signalbox.operator.live.LogEvent;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

/// Prints log lines as they come.
final class LogPrinter implements Consumer<List<LogEvent>> {
    private final PrintWriter out;

    LogPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(List<LogEvent> events) {
        events.stream().map(LogText::of).forEach(out::println);
    }
}
