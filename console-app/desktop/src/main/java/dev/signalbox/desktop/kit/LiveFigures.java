// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.workbench.figures.FleetFigures;
import dev.signalbox.workbench.figures.FlowFigures;
import dev.signalbox.workbench.figures.StepFigures;
import dev.signalbox.workbench.live.FiguresNews;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;

/// What nodes count, for all pages that show it. Says twice a second at most that there is something new, and when what
/// was new has become old. On the FX thread.
public final class LiveFigures {
    private static final Duration OLD = FleetFigures.FRESH.plusMillis(500);

    private final FleetFigures figures;
    private final OnFx fx;
    private final Beat beat;
    private final LongProperty heard = new SimpleLongProperty();
    private boolean ageing;
    private boolean cameMeanwhile;

    /// @param nanoTime a clock that only goes forward
    public LiveFigures(OnFx fx, LongSupplier nanoTime) {
        this.figures = new FleetFigures(nanoTime);
        this.fx = fx;
        this.beat = new Beat(fx, () -> heard.set(heard.get() + 1));
    }

    /// Takes all that came since the last pulse.
    public void hear(List<FiguresNews> news) {
        news.forEach(figures::hear);
        beat.ask();
        cameMeanwhile = ageing;
        if (!ageing) {
            age();
        }
    }

    private void age() {
        ageing = true;
        fx.after(OLD, () -> {
            ageing = false;
            beat.ask();
            if (cameMeanwhile) {
                cameMeanwhile = false;
                age();
            }
        });
    }

    /// A flow over all nodes.
    public FlowFigures flow(String name) {
        return figures.flow(name);
    }

    /// A step on one node; empty while the node told nothing of it.
    public Optional<StepFigures> step(String node, StepAddress step) {
        return figures.step(node, step);
    }

    /// Grows when there is something new.
    public ReadOnlyLongProperty heard() {
        return heard;
    }
}
