// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What of a flow is selected: steps, a wire, or nothing.
///
/// @param steps their names
record Selection(Set<String> steps, Optional<Wire> wire) {
    static final Selection NOTHING = new Selection(Set.of(), Optional.empty());

    Selection {
        steps = Set.copyOf(steps);
    }

    static Selection of(String step) {
        return of(Set.of(step));
    }

    static Selection of(Collection<String> steps) {
        return new Selection(Set.copyOf(steps), Optional.empty());
    }

    static Selection of(Wire wire) {
        return new Selection(Set.of(), Optional.of(wire));
    }

    /// The step that is selected alone.
    Optional<String> step() {
        return steps.size() == 1 ? steps.stream().findFirst() : Optional.empty();
    }

    /// With that step if it was not selected, without it if it was.
    Selection turned(String step) {
        var turned = new HashSet<>(steps);
        if (!turned.remove(step)) {
            turned.add(step);
        }
        return of(turned);
    }

    /// What of it is still there.
    Selection in(Flow flow) {
        return new Selection(
                steps.stream().filter(name -> flow.step(name).isPresent()).collect(Collectors.toSet()),
                wire.filter(flow.wires()::contains));
    }
}
