// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.workbench.release.NodeChange;
import dev.signalbox.workbench.release.ReleasePlan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a release that was just made fares on the nodes that it changes.
///
/// @param release its number
/// @param nodes how many it changes
/// @param running names of those that run it, on trial or for good
/// @param away how many of the others are not connected
/// @param failed what those say that did not take it or went back, each with its name
record Arrivals(long release, int nodes, List<String> running, int away, List<String> failed) {
    private static final Set<ReleaseState> FAILED = Set.of(ReleaseState.REFUSED, ReleaseState.FELL_BACK);

    /// @param all as the hub tells of them now
    static Arrivals of(ReleasePlan plan, List<NodeView> all) {
        long release = plan.manifest().number();
        Set<String> changed = plan.changes().stream().map(NodeChange::node).collect(Collectors.toSet());
        List<NodeView> meant =
                all.stream().filter(node -> changed.contains(node.id().value())).toList();
        List<String> running = meant.stream()
                .filter(node -> runs(node, release))
                .map(node -> node.id().value())
                .toList();
        List<String> failed =
                meant.stream().flatMap(node -> failure(node, release)).toList();
        long away = meant.stream()
                .filter(node -> !node.connected() && !runs(node, release))
                .count();
        return new Arrivals(release, changed.size(), running, (int) away, failed);
    }

    private static boolean runs(NodeView node, long release) {
        return reports(node).anyMatch(report -> report.running() == release);
    }

    private static Stream<NodeReport> reports(NodeView node) {
        return node.report().stream();
    }

    private static Stream<String> failure(NodeView node, long release) {
        return reports(node)
                .filter(report -> report.ordered() == release && FAILED.contains(report.state()))
                .map(report ->
                        node.id() + ": " + report.problem().map(Problem::what).orElse("it went back."));
    }

    /// Whether each node runs it or said why not.
    boolean isOver() {
        return running.size() + failed.size() >= nodes;
    }

    /// In sentences.
    String words() {
        String runs = running.size() < nodes
                ? "Release " + release + " runs on " + running.size() + " of " + nodes
                        + (nodes == 1 ? " node." : " nodes.")
                : "Release " + release + " runs on "
                        + (nodes == 1 ? running.getFirst() + "." : "all " + nodes + " nodes that it changes.");
        String waits = away == 0
                ? ""
                : " " + away
                        + (away == 1
                                ? " is away, and fetches it when it is back."
                                : " are away, and fetch it when they are back.");
        return runs + waits;
    }
}
