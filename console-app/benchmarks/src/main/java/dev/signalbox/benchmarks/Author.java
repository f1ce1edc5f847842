// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.session.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Someone who changes one service, releases it and waits for its first line.
final class Author implements AutoCloseable {
    private static final String SERVICE = "Edited";

    private final Workbench workbench;
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AutoCloseable feed;

    Author(Workbench workbench) {
        this.workbench = workbench;
        this.feed = workbench.feeds().logs(this::arrived);
        workbench.services().create(SERVICE, Language.JAVA, "");
        var step =
                new Flow.Step("edited", SERVICE, Flow.Step.LATEST, Map.of(), Assignment.toTag("site", "bench"), 40, 40);
        Flow flow = workbench.flows().create("bench", "");
        workbench.flows().save(new Flow(flow.name(), "", List.of(step), List.of(), flow.etag()));
    }

    private void arrived(List<LogEvent> lines) {
        long now = System.nanoTime();
        lines.forEach(event -> arrivals.add(new Arrival(event.line().text(), now)));
    }

    /// Makes edit number n, plans and releases it.
    Timing edit(int n) {
        ServiceDraft draft = n == 0
                ? workbench.services().open(SERVICE, dev.signalbox.protocol.release.ServiceVersion.FIRST)
                : workbench.services().updateMinor(SERVICE);
        workbench
                .services()
                .save(new ServiceDraft(
                        draft.name(),
                        draft.version(),
                        draft.language(),
                        draft.state(),
                        "",
                        List.of(),
                        source(n),
                        draft.etag()));
        long planned = System.nanoTime();
        ReleasePlan plan = workbench.releases().plan();
        long pressed = System.nanoTime();
        workbench.releases().release(plan, "edit " + n);
        long seen = Await.value("edit " + n + " is seen", Rig.PATIENCE, () -> arrival(n));
        return new Timing((pressed - planned) / 1e6, (seen - pressed) / 1e6);
    }

    private Optional<Long> arrival(int n) {
        return arrivals.stream()
                .filter(a -> a.text().equals("edit " + n))
                .map(Arrival::nanos)
                .findFirst();
    }

    private static String source(int n) {
        return """
                public class Edited extends CustomService {
                    private record Reading(String name, double value) {}

                    @Override
                    public void start() {
                        debug("edit %d");
                        every(Duration.ofSeconds(1), this::report);
                    }

                    private void report() {
                        var readings = List.of(new Reading("a", %d), new Reading("b", 2.5));
                        double sum = readings.stream().mapToDouble(Reading::value).sum();
                        emit(Map.of("sum", sum, "names", readings.stream().map(Reading::name).toList()));
                    }
                }
                """.formatted(n, n);
    }

    @Override
    public void close() throws Exception {
        feed.close();
    }

    private record Arrival(String text, long nanos) {}

    /// @param planMillis reading everything and checking every source
    /// @param lineMillis press of Release to the first log line at the operator
    record Timing(double planMillis, double lineMillis) {}
}
