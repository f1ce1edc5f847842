// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.Optional;

/// What of a flow is selected: a step, a wire, or nothing.
record Selection(Optional<String> step, Optional<Wire> wire) {
    static final Selection NOTHING = new Selection(Optional.empty(), Optional.empty());

    static Selection of(String step) {
        return new Selection(Optional.of(step), Optional.empty());
    }

    static Selection of(Wire wire) {
        return new Selection(Optional.empty(), Optional.of(wire));
    }

    /// What of it is still there.
    Selection in(Flow flow) {
        return new Selection(step.filter(name -> flow.step(name).isPresent()), wire.filter(flow.wires()::contains));
    }
}
