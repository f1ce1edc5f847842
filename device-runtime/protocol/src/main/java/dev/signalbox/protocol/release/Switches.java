// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/// What operators have switched off on a node, until they switch it on again: it survives restarts of
/// hub and node.
///
/// @param node whether none of its steps runs; it takes releases meanwhile
/// @param maintenance whether somebody works on the machine: no step runs, and releases wait
/// @param flows names of flows, in any case, none of whose steps runs
/// @param steps that do not run
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Switches(boolean node, boolean maintenance, SortedSet<String> flows, SortedSet<StepAddress> steps) {
    /// Everything runs.
    public static final Switches ALL_ON = new Switches(false, false, new TreeSet<>(), new TreeSet<>());

    public Switches {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Objects.requireNonNullElse(flows, new TreeSet<>()));
        flows = java.util.Collections.unmodifiableSortedSet(names);
        steps = java.util.Collections.unmodifiableSortedSet(
                new TreeSet<>(Objects.requireNonNullElse(steps, new TreeSet<>())));
    }

    /// Whether that step is not to run.
    public boolean keepsOff(StepAddress step) {
        return node || maintenance || flows.contains(step.flow()) || steps.contains(step);
    }

    public Switches withNode(boolean off) {
        return new Switches(off, maintenance, flows, steps);
    }

    public Switches withMaintenance(boolean on) {
        return new Switches(node, on, flows, steps);
    }

    public Switches withFlows(Collection<String> off) {
        return new Switches(node, maintenance, new TreeSet<>(off), steps);
    }

    public Switches withStep(StepAddress step, boolean off) {
        var more = new TreeSet<>(steps);
        if (off) {
            more.add(step);
        } else {
            more.remove(step);
        }
        return new Switches(node, maintenance, flows, more);
    }
}
