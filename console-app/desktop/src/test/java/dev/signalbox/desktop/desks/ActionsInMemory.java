// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.node.PingView;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.workbench.node.NodeActions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Nodes that do what they are asked and say so; one that is away is not reached.
public final class ActionsInMemory implements NodeActions {
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final List<String> away = new CopyOnWriteArrayList<>();
    /// What the wires carry: handed out at the next question, whichever wire is asked about.
    public final BlockingQueue<TapPage> carried = new LinkedBlockingQueue<>();

    @Override
    public PingView ping(DeviceId node) {
        asked(node, "ping");
        return new PingView(34, -1_200, 90_061_000);
    }

    @Override
    public String restart(DeviceId node) {
        asked(node, "restart");
        return "The node ends now, and its supervisor starts it again.";
    }

    @Override
    public String sync(DeviceId node) {
        asked(node, "sync");
        return "The node asks for its twin and its orders again.";
    }

    @Override
    public String converge(DeviceId node) {
        asked(node, "converge");
        return "The node asks for its twin and its orders again.";
    }

    @Override
    public StepReport act(DeviceId node, StepAddress step, StepDeed deed) {
        asked(node, deed + " " + step);
        StepState state = switch (deed) {
            case STOP -> StepState.STOPPED;
            case PAUSE, NEXT -> StepState.PAUSED;
            case START, RESTART, RESUME -> StepState.STARTING;
        };
        return new StepReport(step, "Service", ServiceVersion.FIRST, state, Instant.now(), Optional.empty());
    }

    @Override
    public String call(DeviceId node, StepAddress step, String method, String payload) {
        asked(node, "call " + step + " " + method + " " + payload);
        return step + " is through with the message.";
    }

    @Override
    public TapPage tap(DeviceId node, TapQuestion question) {
        asked(node, "tap " + question.from() + " " + question.to() + " " + question.after());
        TapPage next = carried.poll();
        return next == null ? new TapPage(question.after().isEmpty(), List.of(), 0, "t.0") : next;
    }

    @Override
    public String inject(DeviceId node, Injection message) {
        String from = message.from().map(StepAddress::toString).orElse("nowhere");
        asked(
                node,
                "inject " + message.step() + " from " + from + " " + message.payload() + " " + message.properties());
        return message.step() + " has the message.";
    }

    @Override
    public String logLevel(DeviceId node, Optional<StepAddress> step, LogLevel level, Duration span) {
        asked(node, "level " + step.map(StepAddress::toString).orElse("all") + " " + level + " " + span);
        return "Lines of level " + level + " are sent.";
    }

    @Override
    public void log(DeviceId node, Instant from, Instant until, Consumer<List<LogLine>> page) {
        asked(node, "log");
        var line = new LogLine(Instant.EPOCH, "boiler/watch", "BoilerWatch", LogLevel.DEBUG, "line", "", "");
        page.accept(List.of(line, line));
        page.accept(List.of(line));
    }

    @Override
    public NodeView change(DeviceId node, SwitchChange change) {
        calls.add(node + " " + change.what()
                + change.step().map(step -> " " + step).orElse("") + " " + change.on());
        return new NodeView(
                node,
                !away.contains(node.value()),
                Optional.empty(),
                Map.of(),
                0,
                List.of(),
                Optional.empty(),
                true,
                Switches.ALL_ON);
    }

    private void asked(DeviceId node, String what) {
        if (away.contains(node.value())) {
            throw new ProblemException(new Problem(
                    "method.not-online",
                    node + " is not connected, or does not listen to methods.",
                    "Try again when it is, or allow a longer connect timeout."));
        }
        calls.add(node + " " + what);
    }
}
