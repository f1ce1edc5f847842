// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.node.PingView;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.action.Done;
import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.action.LogPage;
import dev.signalbox.protocol.action.LogQuestion;
import dev.signalbox.protocol.action.LogWish;
import dev.signalbox.protocol.action.NodeMethod;
import dev.signalbox.protocol.action.Nothing;
import dev.signalbox.protocol.action.StepCall;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.workbench.link.HubLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks nodes by way of the hub.
public record HubNodeActions(HubLink hub) implements NodeActions {
    /// The hub waits 30 s for the node.
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /// More pages than a node's own log can fill, so that no node makes a console read for ever.
    private static final int MOST_PAGES = 2_000;

    @Override
    public PingView ping(DeviceId node) {
        return hub.postSlowly(hub.at(Paths.NODES, node.value(), "ping"), new Nothing(), PingView.class, PATIENCE);
    }

    @Override
    public String restart(DeviceId node) {
        return ask(node, NodeMethod.RESTART, new Nothing(), Done.class).what();
    }

    @Override
    public String sync(DeviceId node) {
        return ask(node, NodeMethod.SYNC, new Nothing(), Done.class).what();
    }

    @Override
    public String converge(DeviceId node) {
        return ask(node, NodeMethod.CONVERGE, new Nothing(), Done.class).what();
    }

    @Override
    public StepReport act(DeviceId node, StepAddress step, StepDeed deed) {
        return ask(node, NodeMethod.STEP, new StepWish(step, deed), StepReport.class);
    }

    @Override
    public String call(DeviceId node, StepAddress step, String method, String payload) {
        var json = Json.readTree(payload.getBytes(StandardCharsets.UTF_8));
        return ask(node, NodeMethod.CALL, new StepCall(step, method, json), Done.class)
                .what();
    }

    @Override
    public TapPage tap(DeviceId node, TapQuestion question) {
        return ask(node, NodeMethod.TAP, question, TapPage.class);
    }

    @Override
    public String inject(DeviceId node, Injection message) {
        return ask(node, NodeMethod.INJECT, message, Done.class).what();
    }

    @Override
    public String logLevel(DeviceId node, Optional<StepAddress> step, LogLevel level, Duration span) {
        int seconds = (int) Math.min(span.toSeconds(), LogWish.LONGEST_SECONDS);
        return ask(node, NodeMethod.LOG_LEVEL, new LogWish(step, level, seconds), Done.class)
                .what();
    }

    @Override
    public void log(DeviceId node, Instant from, Instant until, Consumer<List<LogLine>> page) {
        String after = "";
        for (int read = 0; read < MOST_PAGES; read++) {
            LogPage next = ask(node, NodeMethod.LOGS, new LogQuestion(from, until, after), LogPage.class);
            page.accept(next.lines());
            after = next.next();
            if (after.isEmpty()) {
                return;
            }
        }
    }

    @Override
    public NodeView change(DeviceId node, SwitchChange change) {
        return hub.post(hub.at(Paths.NODES, node.value(), "switches"), change, NodeView.class);
    }

    private <T> T ask(DeviceId node, NodeMethod method, Record question, Class<T> answer) {
        return hub.postSlowly(hub.at(Paths.NODES, node.value(), "actions", method.word()), question, answer, PATIENCE);
    }
}
