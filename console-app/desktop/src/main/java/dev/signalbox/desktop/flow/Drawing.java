// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which flow is being drawn, if any.
final class Drawing {
    private final FlowDesk desk;
    private final OnFx fx;
    private final ObjectProperty<Optional<FlowViewModel>> current = new SimpleObjectProperty<>(Optional.empty());

    Drawing(FlowDesk desk, OnFx fx) {
        this.desk = desk;
        this.fx = fx;
    }

    /// Goes on with what was drawn before this console was started.
    FlowViewModel begin(FlowDesk.Opened opened) {
        FlowViewModel open = begin(opened.flow());
        open.resume(opened.found());
        return open;
    }

    FlowViewModel begin(Flow flow) {
        var open = new FlowViewModel(flow, desk, fx);
        current.set(Optional.of(open));
        return open;
    }

    void end() {
        current.set(Optional.empty());
    }

    /// The flow of that name, if it is the one being drawn.
    Optional<FlowViewModel> of(String name) {
        return current.get().filter(open -> open.flow().get().name().equals(name));
    }

    /// Does something once all is saved; never, if that fails.
    void onceSaved(Runnable then) {
        current.get().ifPresentOrElse(open -> open.saving().onceSaved(then), then);
    }

    void saveNow() {
        current.get().ifPresent(open -> open.saving().saveNow());
    }

    ReadOnlyObjectProperty<Optional<FlowViewModel>> current() {
        return current;
    }
}
