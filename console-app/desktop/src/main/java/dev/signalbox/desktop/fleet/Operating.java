// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.node.PingView;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.node.NodeActions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a person has nodes do, and what came of the last of it, in a sentence.
final class Operating {
    private final NodeActions nodes;
    private final OnFx fx;
    private final Consumer<Problem> explain;
    private final StringProperty said = new SimpleStringProperty("");
    private long asked;

    /// @param explain shows what went wrong
    Operating(NodeActions nodes, OnFx fx, Consumer<Problem> explain) {
        this.nodes = nodes;
        this.fx = fx;
        this.explain = explain;
    }

    /// The last outcome; empty when there is none, or a problem says it.
    ReadOnlyStringProperty said() {
        return said;
    }

    /// Another node is looked at.
    void forget() {
        asked++;
        said.set("");
    }

    void personPings(DeviceId node) {
        ask("Asking " + node + "…", () -> words(node, nodes.ping(node)));
    }

    private static String words(DeviceId node, PingView seen) {
        String clock = seen.clockAheadMillis() < 0 ? "behind" : "ahead of";
        return "%s answered after %,d ms. Its clock is %,d ms %s the hub's. It has run for %s."
                .formatted(
                        node,
                        seen.roundTripMillis(),
                        Math.abs(seen.clockAheadMillis()),
                        clock,
                        SpanWords.of(Duration.ofMillis(seen.upMillis())));
    }

    void personRestarts(DeviceId node) {
        ask("Asking " + node + " to restart…", () -> nodes.restart(node));
    }

    void personSyncs(DeviceId node) {
        ask("Asking " + node + "…", () -> nodes.sync(node));
    }

    /// Of one node, or all that differ.
    void personConverges(List<DeviceId> asked) {
        String who = asked.size() == 1 ? asked.getFirst().value() : asked.size() + " nodes";
        ask("Asking " + who + "…", () -> {
            for (DeviceId node : asked) {
                nodes.converge(node);
            }
            return who + (asked.size() == 1 ? " tries" : " try") + " again to run what is assigned.";
        });
    }

    void personActs(DeviceId node, StepAddress step, StepDeed deed) {
        ask(
                "Asking " + node + "…",
                () -> step + " is " + nodes.act(node, step, deed).state().name().toLowerCase(Locale.ROOT) + " on "
                        + node + ".");
    }

    void personCalls(DeviceId node, CallDraft call) {
        ask("Calling " + call.step() + "…", () -> nodes.call(node, call.step(), call.method(), call.payload()));
    }

    void personSetsLevel(DeviceId node, LevelDraft level) {
        ask("Asking " + node + "…", () -> nodes.logLevel(node, level.step(), level.level(), level.span()));
    }

    /// Saves what the node's own log holds of the last time; takes as long as the node needs.
    void personCollects(DeviceId node, Duration span, Path file) {
        ask("Collecting the log of " + node + "…", () -> {
            long lines = new LogCollection(nodes, node).save(span, file);
            return "%,d lines of %s were saved as %s.".formatted(lines, node, file.getFileName());
        });
    }

    void personSwitches(DeviceId node, SwitchChange change) {
        ask("Telling the hub…", () -> words(nodes.change(node, change), change));
    }

    private static String words(NodeView node, SwitchChange change) {
        String what = switch (change.what()) {
            case NODE -> node.id() + (change.on() ? " is enabled" : " is disabled");
            case MAINTENANCE -> node.id() + (change.on() ? " is in maintenance" : " is out of maintenance");
            case STEP ->
                change.step().orElseThrow() + (change.on() ? " is enabled on " : " is disabled on ") + node.id();
        };
        return node.connected() ? what + "." : what + ". It is offline and hears of it when it comes.";
    }

    private void ask(String meanwhile, Callable<String> work) {
        long mine = ++asked;
        said.set(meanwhile);
        fx.fetch(work, outcome -> say(mine, outcome), problem -> {
            say(mine, "");
            explain.accept(problem);
        });
    }

    /// What was asked later, or of another node, counts.
    private void say(long mine, String words) {
        if (mine == asked) {
            said.set(words);
        }
    }
}
