// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.figures;

import dev.signalbox.operator.live.FiguresView;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.workbench.live.FiguresNews;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What all nodes count, as last heard. Totals stay until the node is gone; how fast it goes is known only while
/// reports are not older than `FRESH`. For one thread.
public final class FleetFigures {
    /// Older reports tell no pace.
    public static final Duration FRESH = Duration.ofSeconds(7);

    private final LongSupplier nanoTime;
    private final Map<String, NodePace> nodes = new HashMap<>();

    /// @param nanoTime a clock that only goes forward
    public FleetFigures(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public void hear(FiguresNews news) {
        switch (news) {
            case FiguresNews.Told told -> hear(told.view());
            case FiguresNews.Gone gone -> nodes.remove(gone.node());
        }
    }

    private void hear(FiguresView view) {
        long now = nanoTime.getAsLong();
        nodes.merge(
                view.node().value(),
                NodePace.first(view.figures(), now),
                (known, first) -> known.then(view.figures(), now));
    }

    /// A flow over all nodes.
    public FlowFigures flow(String name) {
        var flow = new FlowFigures(name);
        nodes.values().forEach(node -> node.addTo(flow, isFresh(node)));
        return flow;
    }

    /// A step on one node.
    public Optional<StepFigures> step(String node, StepAddress step) {
        return Optional.ofNullable(nodes.get(node)).flatMap(pace -> pace.step(step, isFresh(pace)));
    }

    private boolean isFresh(NodePace node) {
        return nanoTime.getAsLong() - node.heardNanos() <= FRESH.toNanos();
    }
}
