// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.protocol.report.StepState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one step fares on all nodes: on how many it is in which state. The worst state is the one to know.
///
/// @param offline nodes that are to run it and are not connected
record Fare(Map<StepState, Long> states, long offline) {
    static final Fare NOWHERE = new Fare(Map.of(), 0);

    private static final List<StepState> WORST_FIRST = List.of(
            StepState.QUARANTINED,
            StepState.RESTARTING,
            StepState.PAUSED,
            StepState.STARTING,
            StepState.STOPPED,
            StepState.RUNNING);

    Fare {
        states = Map.copyOf(states);
    }

    /// The same, and one node more.
    Fare and(StepState state) {
        var more = new EnumMap<StepState, Long>(StepState.class);
        more.putAll(states);
        more.merge(state, 1L, Long::sum);
        return new Fare(more, offline);
    }

    /// The same, and one more node that is not connected.
    Fare andOffline() {
        return new Fare(states, offline + 1);
    }

    /// On how many nodes that are connected it is in that state.
    long count(StepState state) {
        return states.getOrDefault(state, 0L);
    }

    private long all() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    private Optional<StepState> worst() {
        return WORST_FIRST.stream().filter(state -> count(state) > 0).findFirst();
    }

    Lamp.State lamp() {
        return worst().map(
                        state -> state == StepState.STOPPED && count(state) < all() ? Lamp.State.CAUTION : lamp(state))
                .orElse(Lamp.State.DARK);
    }

    static Lamp.State lamp(StepState state) {
        return switch (state) {
            case RUNNING -> Lamp.State.CLEAR;
            case STARTING, RESTARTING, PAUSED -> Lamp.State.CAUTION;
            case QUARANTINED -> Lamp.State.DANGER;
            case STOPPED -> Lamp.State.DARK;
        };
    }

    /// The one thing to know: the worst state, and on how many nodes of how many if others are better.
    String words() {
        return worst().map(this::words).orElseGet(() -> offline > 0 ? offline + " offline" : "not released");
    }

    private String words(StepState worst) {
        String count = count(worst) == all() ? "" + all() : count(worst) + " of " + all();
        return count + " " + word(worst);
    }

    /// All there is to know, worst first.
    String allWords() {
        String each = String.join(
                ", ",
                WORST_FIRST.stream()
                        .filter(state -> count(state) > 0)
                        .map(state -> count(state) + " " + word(state))
                        .toList());
        return each.isEmpty() || offline == 0 ? (each.isEmpty() ? words() : each) : each + ", " + offline + " offline";
    }

    /// How a state is called.
    static String word(StepState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// How bad a state is; the worst one is 0.
    static int rank(StepState state) {
        return WORST_FIRST.indexOf(state);
    }
}
