// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.session.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Every log line an operator has received, to be asked and waited for.
final class LogBook implements AutoCloseable {
    private final List<LogEvent> events = new ArrayList<>();
    private final AutoCloseable feed;

    LogBook(Workbench workbench) {
        feed = workbench.feeds().logs(this::add);
    }

    private synchronized void add(List<LogEvent> lines) {
        events.addAll(lines);
    }

    synchronized List<LogEvent> all() {
        return List.copyOf(events);
    }

    LogEvent await(String node, String text) {
        return await(event -> event.node().equals(node) && event.line().text().contains(text), node + ": " + text);
    }

    LogEvent await(Predicate<LogEvent> wanted, String what) {
        try {
            return Await.value(
                    "the log says " + what,
                    Site.SOON,
                    () -> all().stream().filter(wanted).findFirst());
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + ". It says " + tail(), inVain);
        }
    }

    private String tail() {
        List<LogEvent> all = all();
        return all.subList(Math.max(0, all.size() - 30), all.size()).toString();
    }

    @Override
    public void close() throws Exception {
        feed.close();
    }
}
