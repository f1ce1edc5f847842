// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which steps lie on a circle together, and an order in which the others follow each other. Kosaraju's two walks, each
/// of them without recursion: linear in steps and wires.
final class Circles {
    private final Map<StepAddress, Integer> circle = new HashMap<>();

    Circles(Collection<ReleaseManifest.Wire> wires) {
        Map<StepAddress, List<StepAddress>> onward = new HashMap<>();
        Map<StepAddress, List<StepAddress>> back = new HashMap<>();
        for (ReleaseManifest.Wire wire : wires) {
            link(onward, wire.from(), wire.to());
            link(back, wire.to(), wire.from());
        }
        List<StepAddress> finished = new ArrayList<>();
        var seen = new HashMap<StepAddress, Integer>();
        onward.keySet().forEach(step -> walk(step, onward, seen, 0, finished));
        int number = 0;
        for (StepAddress step : finished.reversed()) {
            walk(step, back, circle, number++, new ArrayList<>());
        }
    }

    private static void link(Map<StepAddress, List<StepAddress>> links, StepAddress from, StepAddress to) {
        links.computeIfAbsent(from, step -> new ArrayList<>()).add(to);
        links.computeIfAbsent(to, step -> new ArrayList<>());
    }

    /// Marks all that can be reached and is not marked yet; `finished` gets each after all that it leads to.
    private static void walk(
            StepAddress start,
            Map<StepAddress, List<StepAddress>> links,
            Map<StepAddress, Integer> marks,
            int mark,
            List<StepAddress> finished) {
        Deque<StepAddress> open = new ArrayDeque<>(List.of(start));
        Deque<StepAddress> path = new ArrayDeque<>();
        while (!open.isEmpty()) {
            StepAddress step = open.peek();
            if (step.equals(path.peek())) {
                open.pop();
                finished.add(path.pop());
            } else if (marks.putIfAbsent(step, mark) == null) {
                path.push(step);
                links.getOrDefault(step, List.of()).stream()
                        .filter(next -> !marks.containsKey(next))
                        .forEach(open::push);
            } else {
                open.pop();
            }
        }
    }

    /// Whether what the wire carries can come back to where it starts.
    boolean closes(ReleaseManifest.Wire wire) {
        return place(wire.from()) == place(wire.to());
    }

    /// Where the step stands: one that leads to another, and not back, stands before it. Steps without wires come
    /// first.
    int place(StepAddress step) {
        return circle.getOrDefault(step, -1);
    }
}
