// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.workbench.session.Workbench;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the window has to show: a service of 5,000 lines, some small ones, and a flow of 500 steps and 750 wires.
final class Workplace {
    static final String LONG_SERVICE = "Author";
    static final String LARGE_FLOW = "refinery";
    static final int STEPS = 500;
    static final int WIRES = 750;

    private static final int SMALL_SERVICES = 20;
    private static final int METHODS = 454;
    private static final int A_ROW = 25;
    private static final String METHOD = """
                public Map<String, List<Double>> method#(Message message) {
                    double least = message.body().get("least").asDouble();
                    var groups = readings.stream()
                            .filter(r -> r.value() > least)
                            .collect(Collectors.groupingBy(
                                    r -> r.sensor(), TreeMap::new, Collectors.mapping(r -> r.value(), Collectors.toList())));
                    groups.forEach((name, all) -> emit(Map.of(name, all.stream().mapToDouble(d -> d).sum())));
                    // method #
                    return groups;
                }

            """;

    private Workplace() {}

    static void fill(Workbench workbench) {
        service(workbench, LONG_SERVICE, longSource());
        for (int i = 0; i < SMALL_SERVICES; i++) {
            service(workbench, "Small" + i, "public class Small" + i + " extends CustomService {\n}\n");
        }
        Flow flow = workbench.flows().create(LARGE_FLOW, "");
        workbench.flows().save(new Flow(flow.name(), "", steps(), wires(), flow.etag()));
    }

    static String longSource() {
        var text = new StringBuilder("""
                import java.util.stream.*;

                public class Author extends CustomService {
                    record Reading(String sensor, double value) {}

                    private final List<Reading> readings = new ArrayList<>();

                """);
        IntStream.range(0, METHODS).forEach(i -> text.append(METHOD.replace("#", Integer.toString(i))));
        return text.append("}\n").toString();
    }

    private static void service(Workbench workbench, String name, String source) {
        ServiceDraft draft = workbench.services().create(name, Language.JAVA, "");
        workbench
                .services()
                .save(new ServiceDraft(
                        draft.name(),
                        draft.version(),
                        draft.language(),
                        draft.state(),
                        "",
                        List.of(),
                        source,
                        draft.etag()));
    }

    private static List<Step> steps() {
        return IntStream.range(0, STEPS)
                .mapToObj(i -> new Step(
                        name(i),
                        "Small" + i % SMALL_SERVICES,
                        Step.LATEST,
                        Map.of(),
                        Assignment.toTag("site", "north"),
                        48 + 240 * (i % A_ROW),
                        64 + 96.0 * Math.floorDiv(i, A_ROW)))
                .toList();
    }

    /// Each step to the next, and every other one to the one below.
    private static List<Wire> wires() {
        return IntStream.range(0, WIRES)
                .mapToObj(i -> i < STEPS
                        ? new Wire(name(i), name((i + 1) % STEPS), "")
                        : new Wire(name(2 * (i - STEPS)), name((2 * (i - STEPS) + A_ROW) % STEPS), "body.n > 1"))
                .toList();
    }

    private static String name(int step) {
        return "step-%03d".formatted(step);
    }
}
