// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.node.PingView;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.protocol.action.Injection;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.StepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What operators have nodes do. All calls ask the hub and wait for it and the node, up to 40 s; what
/// goes wrong is a ProblemException, `method.not-online` of a node that is away. Only switches reach
/// such a node: when it comes.
public interface NodeActions {
    PingView ping(DeviceId node);

    /// Ends the node's process so that its supervisor starts it again; answers a sentence. Problem:
    /// `node.not-supervised`.
    String restart(DeviceId node);

    /// Has the node ask for its twin and its orders again; answers a sentence.
    String sync(DeviceId node);

    /// Has the node try again what keeps it from running what is assigned to it (`Drift`); answers a sentence. Problem:
    /// `node.no-such-action` of an older node.
    String converge(DeviceId node);

    /// Stops, starts or restarts a step; answers how it stands then. Problems: `step.not-known`, and
    /// those of what is switched off.
    StepReport act(DeviceId node, StepAddress step, StepDeed deed);

    /// Hands a step a message for one of its methods and waits until all that it leads to is done;
    /// answers a sentence. Problems: `step.not-running`, `step.no-such-method`, `step.call-failed`,
    /// `step.call-goes-on`.
    ///
    /// @param method empty for the one that takes messages
    /// @param payload JSON
    String call(DeviceId node, StepAddress step, String method, String payload);

    /// What a wire on the node carried since it was last asked. The first question opens a tap, which ends when
    /// nobody asks for 15 s. Problems: `wire.not-known`, `wire.too-many-taps`, `node.no-such-action`
    /// of an older node.
    TapPage tap(DeviceId node, TapQuestion question);

    /// Puts a message into a step's mailbox and does not wait for what comes of it; answers a sentence. Problems:
    /// `step.not-running`, `step.mailbox-full`, `wire.not-known`, `message.too-large`, `node.no-such-action` of an
    /// older node.
    String inject(DeviceId node, Injection message);

    /// Which lines the hub gets for a while; answers a sentence.
    ///
    /// @param step empty for the whole node
    /// @param span up to a week; none to get all lines again
    String logLevel(DeviceId node, Optional<StepAddress> step, LogLevel level, Duration span);

    /// Reads the node's own log, oldest first, page by page.
    ///
    /// @param from by the node's clock
    /// @param until the first moment that does not count
    void log(DeviceId node, Instant from, Instant until, Consumer<List<LogLine>> page);

    /// Switches something on a node off or on, until it is switched again.
    NodeView change(DeviceId node, SwitchChange change);
}
