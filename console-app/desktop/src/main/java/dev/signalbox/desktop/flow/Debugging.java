// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.flow.tap.TapTools;
import dev.signalbox.desktop.flow.tap.Target;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.workbench.node.NodeActions;
import java.util.List;
import java.util.Optional;
import javafx.util.Subscription;

/// Taps and injects on the chosen wire, and injects into the chosen step, on the nodes that run them.
final class Debugging {
    private final FlowsViewModel model;
    private final TapTools wires;
    private final TapTools steps;
    private Subscription looking = Subscription.EMPTY;

    Debugging(FlowsViewModel model, NodeActions nodes, OnFx fx) {
        this.model = model;
        wires = new TapTools("wire", nodes, fx);
        steps = new TapTools("step", nodes, fx);
        model.current().subscribe(this::follow);
        model.heard().subscribe(ignored -> show());
        model.moved().subscribe(ignored -> show());
    }

    /// For the chosen wire.
    TapTools wires() {
        return wires;
    }

    /// For the chosen step.
    TapTools steps() {
        return steps;
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        looking = open.map(flow -> flow.selection().subscribe(chosen -> show())).orElse(Subscription.EMPTY);
    }

    private void show() {
        Live live = model.live();
        wires.show(model.current()
                .get()
                .flatMap(open -> open.selection().get().wire())
                .map(wire -> of(live, wire)));
        steps.show(model.selectedStep().map(step -> of(live, step)));
    }

    private Target of(Live live, Wire wire) {
        List<DeviceId> ends = nodes(live, wire.to());
        List<DeviceId> both =
                nodes(live, wire.from()).stream().filter(ends::contains).toList();
        return new Target(Optional.of(address(live, wire.from())), address(live, wire.to()), both);
    }

    private Target of(Live live, Step step) {
        return new Target(Optional.empty(), address(live, step.name()), nodes(live, step.name()));
    }

    private static StepAddress address(Live live, String step) {
        return new StepAddress(live.flow(), step);
    }

    /// Those that are connected.
    private List<DeviceId> nodes(Live live, String step) {
        return model.on(live, step).stream()
                .filter(one -> one.state().isPresent())
                .map(one -> new DeviceId(one.node()))
                .toList();
    }
}
