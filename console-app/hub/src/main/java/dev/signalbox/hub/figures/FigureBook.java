// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.figures;

import dev.signalbox.operator.live.FiguresView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/// What each node counts, in its newest state and in memory only: a node tells all of it when it signs in, and what it
/// said of the past nobody asks for. From any thread; does not wait.
public final class FigureBook {
    private static final long MOST = 1L << 53;

    private final Map<DeviceId, Page> pages = new ConcurrentHashMap<>();

    /// The node said which steps it has. Figures of no others are taken from it.
    public void runs(DeviceId node, Collection<StepAddress> steps) {
        pages.computeIfAbsent(node, _ -> new Page()).runs(steps);
    }

    /// Takes what a node told. Throws ProblemException when it is no node, or when nobody can have counted that.
    public void tells(DeviceId node, NodeFigures report) {
        Page page = pages.get(node);
        if (page == null) {
            throw new ProblemException(FigureProblems.noNode());
        }
        if (!numbers(report).allMatch(number -> 0 <= number && number <= MOST)) {
            throw new ProblemException(FigureProblems.impossible());
        }
        page.tells(report);
    }

    private static LongStream numbers(NodeFigures report) {
        LongStream own = LongStream.of(report.upMillis(), report.heapUsed(), report.heapMost());
        LongStream steps = report.steps().stream()
                .flatMapToLong(step -> LongStream.of(
                        step.received(),
                        step.sent(),
                        step.failed(),
                        step.waiting(),
                        step.cpuMillis(),
                        step.allocatedBytes(),
                        step.residentBytes()));
        LongStream wires = report.wires().stream().mapToLong(NodeFigures.OfWire::carried);
        return LongStream.concat(own, LongStream.concat(steps, wires));
    }

    /// Throws ProblemException where the node told none.
    public FiguresView get(DeviceId node) {
        return find(node).orElseThrow(() -> new ProblemException(FigureProblems.none(node)));
    }

    public Optional<FiguresView> find(DeviceId node) {
        return Optional.ofNullable(pages.get(node)).flatMap(Page::whole).map(whole -> new FiguresView(node, whole));
    }

    /// Those of which anything is known.
    public Set<DeviceId> nodes() {
        return Set.copyOf(pages.keySet());
    }

    /// The node is gone for good.
    public void forget(DeviceId node) {
        pages.remove(node);
    }
}
