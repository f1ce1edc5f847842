// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.account.Accounts;
import dev.signalbox.hub.complete.Complete;
import dev.signalbox.hub.figures.FigureBook;
import dev.signalbox.hub.intake.Intake;
import dev.signalbox.hub.live.FigureFeed;
import dev.signalbox.hub.live.LogFeed;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.Reserved;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;

/// Takes what devices send: log lines go to who watches, reports and messages to the disk, and only what is on the disk
/// is acknowledged.
public final class MessageDesk {
    /// What messages are stored in and shown by.
    public record Parts(
            MessageStore messages,
            Intake intake,
            RegistryStore registry,
            Accounts accounts,
            LogFeed logs,
            Fleet fleet) {}

    /// Who tells of nodes, and what they count.
    public record Fleet(NodeFeed nodes, FigureBook book, FigureFeed figures) {}

    private final Parts parts;
    private final Notices notices;
    private final Unstored unstored;
    private final Clock clock;

    public MessageDesk(Parts parts, Notices notices, Vertx vertx, Clock clock) {
        this.parts = parts;
        this.notices = notices;
        this.unstored = new Unstored(notices, vertx);
        this.clock = clock;
    }

    /// Takes one message; false if there are too many on the way. Throws when it cannot be read.
    boolean take(Link link, FromDevice.Telemetry telemetry, byte[] payload, Runnable whenDurable) {
        if (link.client().module().isPresent()) {
            return keep(link, ofModule(telemetry), payload, whenDurable);
        }
        switch (telemetry.properties().getOrDefault(Reserved.KIND.wireName(), "")) {
            case Reserved.KIND_LOG -> {
                show(link, payload);
                whenDurable.run();
                return true;
            }
            case Reserved.KIND_STATE -> {
                return keepReport(link, payload, whenDurable);
            }
            case Reserved.KIND_FIGURES -> {
                count(link, payload);
                whenDurable.run();
                return true;
            }
            case Reserved.KIND_ACCOUNT -> {
                note(link, payload);
                whenDurable.run();
                return true;
            }
            default -> {
                return keep(link, telemetry, payload, whenDurable);
            }
        }
    }

    /// A module's message is kept with its device's, and says which module it is from. Only a node speaks for itself.
    private static FromDevice.Telemetry ofModule(FromDevice.Telemetry telemetry) {
        var properties = new LinkedHashMap<>(telemetry.properties());
        if (properties.keySet().stream().anyMatch(name -> name.startsWith(Reserved.PREFIX))) {
            throw new IllegalArgumentException("properties called " + Reserved.PREFIX + "... belong to the node");
        }
        properties.put("$.cmid", telemetry.from().module().orElse(""));
        return new FromDevice.Telemetry(telemetry.from(), properties);
    }

    private void show(Link link, byte[] payload) {
        String node = link.device().value();
        parts.logs()
                .publish(Arrays.stream(Complete.read(payload, LogLine[].class))
                        .map(line -> new LogEvent(node, line))
                        .toList());
    }

    /// A device whose books are wrong may send messages all the same.
    private void note(Link link, byte[] payload) {
        Account account = Complete.read(payload, Account.class);
        try {
            parts.accounts().told(link.device(), account);
            link.tellsAccount();
        } catch (ProblemException refused) {
            notices.refused(link.wire().from(), refused.problem());
        }
    }

    /// A device that counts what it should not may send messages all the same.
    private void count(Link link, byte[] payload) {
        NodeFigures figures = Complete.read(payload, NodeFigures.class);
        try {
            parts.fleet().book().tells(link.device(), figures);
            parts.fleet().figures().changed(link.device());
        } catch (ProblemException refused) {
            notices.refused(link.wire().from(), refused.problem());
        }
    }

    private boolean keepReport(Link link, byte[] payload, Runnable whenDurable) {
        NodeReport report = Complete.read(payload, NodeReport.class);
        if (!link.load().begins(payload.length)) {
            return false;
        }
        parts.fleet()
                .book()
                .runs(
                        link.device(),
                        report.steps().stream().map(StepReport::step).toList());
        var _ = parts.registry()
                .commitLater(records -> {
                    records.devices().setReport(link.device(), report);
                    return link.device();
                })
                .whenComplete((id, failure) -> {
                    link.load().ends(payload.length);
                    if (failure == null) {
                        whenDurable.run();
                        parts.fleet().nodes().changed(link.device());
                    } else {
                        unstored.failed(link, failure);
                    }
                });
        return true;
    }

    private boolean keep(Link link, FromDevice.Telemetry telemetry, byte[] payload, Runnable whenDurable) {
        var message = new StoredMessage(link.device(), clock.instant(), telemetry.properties(), payload);
        long size = size(telemetry, payload);
        if (!link.load().begins(size)) {
            return false;
        }
        parts.messages().append(message, new OnItsWay(parts, unstored, new OnItsWay.Taken(link, size, whenDurable)));
        return true;
    }

    /// Properties count: they may be larger than what they come with.
    private static long size(FromDevice.Telemetry telemetry, byte[] payload) {
        long properties = 0;
        for (var property : telemetry.properties().entrySet()) {
            properties += property.getKey().length() + property.getValue().length() + 64L;
        }
        return payload.length + 2 * properties;
    }
}
