// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.rollout.Rollouts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the Releases page knows of releases that come in stages, and how the person steers them.
final class RolloutsViewModel {
    private final Rollouts rollouts;
    private final Asking asking;
    /// Apart, so that news of the hub do not wipe out why a wish was refused.
    private final Asking steering;
    private final ObjectProperty<Map<Long, RolloutView>> all = new SimpleObjectProperty<>(Map.of());

    RolloutsViewModel(Rollouts rollouts, OnFx fx) {
        this.rollouts = rollouts;
        this.asking = new Asking(fx);
        this.steering = new Asking(fx);
    }

    /// Asks the hub how they stand.
    void look() {
        asking.ask(rollouts::list, this::show);
    }

    private void show(List<RolloutView> found) {
        all.set(found.stream().collect(Collectors.toUnmodifiableMap(RolloutView::release, Function.identity())));
    }

    /// The person has one move on, as she sees it.
    void personMoves(RolloutView seen, RolloutMove move) {
        steering.ask(
                () -> {
                    rollouts.move(seen, move);
                    return rollouts.list();
                },
                this::show);
    }

    /// By number of their releases.
    ReadOnlyObjectProperty<Map<Long, RolloutView>> all() {
        return all;
    }

    /// Empty if that release is for all nodes at once.
    Optional<RolloutView> of(long release) {
        return Optional.ofNullable(all.get().get(release));
    }

    /// Why the hub does not tell how they stand.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }

    /// Why the last wish was not fulfilled; until the next one.
    ReadOnlyObjectProperty<Optional<Problem>> refusal() {
        return steering.problem();
    }
}
