// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.author;

import dev.signalbox.benchmarks.Aim;
import dev.signalbox.workbench.editing.Completions;
import dev.signalbox.workbench.editing.Question;
import dev.signalbox.workbench.editing.SourceHelp;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Measures what it takes to say what could be written at a place: processor time, at places all over a service of 200
/// and one of 5,000 lines whose methods are heavy with streams and lambdas.
public final class CompletionSpeed {
    private static final double AIM_MILLIS = 50;
    private static final int WARM = 400;
    private static final int MEASURED = 400;
    private static final List<String> TYPED = List.of(
            "message.|",
            "Fil|",
            "message.body().g|",
            "readings.stream().filter(r -> r.|",
            "submi|",
            "new ArrayL|",
            "Dur|");
    private static final String METHOD = """
                public Map<String, List<Double>> method#(Message message) {
                    double least = message.body().get("least").asDouble();
                    var groups = readings.stream()
                            .filter(r -> r.value() > least)
                            .collect(Collectors.groupingBy(
                                    r -> r.sensor(), TreeMap::new, Collectors.mapping(r -> r.value(), Collectors.toList())));
                    groups.forEach((name, all) -> emit(Map.of(name, all.stream().mapToDouble(d -> d).sum())));
            HERE#
                    return groups;
                }

            """;

    private final SourceHelp help;
    private final Random random = new Random(1);

    private CompletionSpeed(SourceHelp help) {
        this.help = help;
    }

    public static void main(String[] args) {
        try (var help = SourceHelp.create()) {
            var speed = new CompletionSpeed(help);
            speed.measure(17);
            speed.measure(450);
        }
        Aim.load();
    }

    private void measure(int methods) {
        String text = service(methods);
        times(text, methods, WARM);
        List<Double> times = times(text, methods, MEASURED);
        double late = times.get(times.size() * 95 / 100);
        System.out.printf(
                "%,d lines: median %.1f ms, p95 %.1f ms, longest %.1f ms of processor time%n",
                text.lines().count(), times.get(times.size() / 2), late, times.getLast());
        Aim.print("p95 of at most %.0f ms".formatted(AIM_MILLIS), late <= AIM_MILLIS);
    }

    private static String service(int methods) {
        var text = new StringBuilder("""
                import java.util.stream.*;

                public class Author extends CustomService {
                    record Reading(String sensor, double value) {}

                    private final List<Reading> readings = new ArrayList<>();

                """);
        IntStream.range(0, methods).forEach(i -> text.append(METHOD.replace("#", Integer.toString(i))));
        return text.append("}\n").toString();
    }

    private List<Double> times(String text, int methods, int count) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            times.add(time(text, "HERE" + random.nextInt(methods) + "\n", TYPED.get(i % TYPED.size())));
        }
        times.sort(null);
        return times;
    }

    private double time(String text, String here, String typed) {
        int place = text.indexOf(here);
        String before = text.substring(0, place).replaceAll("HERE\\d+", "") + typed.replace("|", "");
        String now = before + "\n" + text.substring(place + here.length()).replaceAll("HERE\\d+", "");
        var question = new Question("Author.java", now, before.length(), Question.Around.NOTHING);
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Completions found = help.complete(question);
        int rows = found.matching(now.substring(found.from(), before.length())).size();
        double millis = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        if (rows == 0) {
            throw new IllegalStateException("Nothing was offered for " + typed);
        }
        return millis;
    }
}
