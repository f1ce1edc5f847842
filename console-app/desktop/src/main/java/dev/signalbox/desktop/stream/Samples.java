// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/// The numbers of the newest messages of a stream, and the lines they make. For one thread.
final class Samples {
    /// So many lines at most: more cannot be told apart.
    static final int MOST_LINES = 8;

    private static final int MOST = 2000;
    private static final int MOST_FIELDS = 100;

    private final Deque<Sample> samples = new ArrayDeque<>();
    /// Who has which colour: whoever has one keeps it as long as anything of him is kept.
    private final Map<String, Integer> slots = new HashMap<>();

    /// @param later of newer messages, in their order; what has no number is left out
    void add(List<Sample> later) {
        for (Sample one : later) {
            boolean isNew = samples.isEmpty() || one.key() > samples.getLast().key();
            if (isNew && !one.numbers().isEmpty()) {
                samples.addLast(one);
            }
            if (samples.size() > MOST) {
                samples.removeFirst();
            }
        }
    }

    void clear() {
        forget();
        slots.clear();
    }

    /// Others come in their place; who has a colour keeps it if he is among them.
    void forget() {
        samples.clear();
    }

    /// Which fields there are, in the order in which they were seen.
    SequencedSet<String> fields() {
        SequencedSet<String> fields = new LinkedHashSet<>();
        for (Sample one : samples) {
            if (fields.size() < MOST_FIELDS) {
                fields.addAll(one.numbers().keySet());
            }
        }
        return fields;
    }

    /// What a field came to.
    Lines lines(String field) {
        Map<String, List<ChartLine.Point>> byDevice = new LinkedHashMap<>();
        for (Sample one : samples) {
            Double value = one.numbers().get(field);
            if (value != null) {
                byDevice.computeIfAbsent(one.device(), its -> new ArrayList<>())
                        .add(new ChartLine.Point(one.at(), value));
            }
        }
        seat(byDevice);
        Map<String, ChartLine> lines = new TreeMap<>();
        byDevice.forEach((device, points) -> {
            Integer slot = slots.get(device);
            if (slot != null) {
                lines.put(device, new ChartLine(device, slot, points));
            }
        });
        return new Lines(List.copyOf(lines.values()), byDevice.size() - lines.size());
    }

    /// Those of whom most is known come first.
    private void seat(Map<String, List<ChartLine.Point>> byDevice) {
        slots.keySet().retainAll(byDevice.keySet());
        byDevice.entrySet().stream()
                .filter(entry -> !slots.containsKey(entry.getKey()))
                .sorted(Comparator.comparing((Map.Entry<String, List<ChartLine.Point>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_LINES - slots.size())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(device -> slots.put(device, firstFree()));
    }

    private int firstFree() {
        int slot = 0;
        while (slots.containsValue(slot)) {
            slot++;
        }
        return slot;
    }

    /// @param more so many devices have no line
    record Lines(List<ChartLine> lines, int more) {
        static final Lines NONE = new Lines(List.of(), 0);

        int points() {
            return lines.stream().mapToInt(line -> line.points().size()).sum();
        }
    }
}
