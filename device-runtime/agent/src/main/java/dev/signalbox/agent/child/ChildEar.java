// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.ForeignException;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.RunRuntime;
import dev.signalbox.api.LogLevel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/// Hears what a process says during one run. Answers and log lines are dealt with at once, on the thread that reads;
/// what may have to wait goes to a lane of its own.
final class ChildEar implements ChildProcess.Listener, AutoCloseable {
    private static final String UNHANDLED = "90000";

    private final RunRuntime runtime;
    private final String file;
    private final BooleanSupplier onTrial;
    private final ChildProgram.Actions actions;
    private final Handshake stages = new Handshake();
    private final Window window;
    private final Sender sender;
    private final Lane lane;
    private volatile boolean ending;

    ChildEar(
            ChildProcess process,
            RunRuntime runtime,
            ChildSource source,
            BooleanSupplier onTrial,
            ChildProgram.Actions actions) {
        this.runtime = runtime;
        this.file = source.file();
        this.onTrial = onTrial;
        this.actions = actions;
        this.window = new Window(source.actionsAtOnce());
        this.sender = new Sender(process, runtime, this);
        this.lane = new Lane(process, runtime, window, sender::hand);
    }

    Handshake stages() {
        return stages;
    }

    Sender sender() {
        return sender;
    }

    Window window() {
        return window;
    }

    @Override
    public void said(ObjectNode line) {
        String op = line.path("op").asString("");
        switch (op) {
            case "ready", "loaded", "started" -> {
                learn(line);
                stages.reached(op);
            }
            case "stopped" -> stages.reached(op);
            case "done" -> done(line.path("n").asLong());
            case "failed" -> failed(line);
            case "broken" -> die(Faults.of(line, file));
            case "fault" -> say(Faults.of(line, file));
            case "log" -> log(line);
            case "subscribe", "unsubscribe", "settings" -> lane.answer(op, line, Optional.empty());
            case "submit", "emit", "follow", "action" -> lane.ask(op, line);
            default -> say("The process said " + op + ", which means nothing");
        }
    }

    private void learn(ObjectNode line) {
        Set<String> names = new HashSet<>();
        line.path("actions").forEach(name -> names.add(name.asString()));
        actions.are(names);
    }

    private void done(long number) {
        Item.Delivery delivery = window.answered(number);
        if (delivery != null) {
            delivery.done();
        }
    }

    /// On trial it takes the node back, with what failed still in the window; else the service goes on with the next.
    private void failed(ObjectNode line) {
        ForeignException why = Faults.of(line, file);
        if (onTrial.getAsBoolean()) {
            die(why);
            return;
        }
        Item.Delivery delivery = window.answered(line.path("n").asLong());
        if (delivery != null) {
            say(why);
            runtime.failed();
            delivery.failed(String.valueOf(why.getMessage()));
        }
    }

    private void log(ObjectNode line) {
        LogLevel level = switch (line.path("level").asString("")) {
            case "ERROR" -> LogLevel.ERROR;
            case "WARNING" -> LogLevel.WARNING;
            default -> LogLevel.DEBUG;
        };
        String fault = line.path("fault").asString("");
        String description = line.path("description").asString("");
        runtime.log(level, line.path("text").asString(""), fault, description);
    }

    void say(String problem) {
        runtime.log(LogLevel.WARNING, problem, null, null);
    }

    private void say(ForeignException why) {
        runtime.log(LogLevel.ERROR, String.valueOf(why.getMessage()), UNHANDLED, why.trace());
    }

    @Override
    public void ended(String how) {
        List<String> handled = window.begunIds();
        String during = handled.isEmpty() ? "" : " while it handled message " + String.join(", ", handled);
        die(new ForeignException("The process of " + file + " ended " + how + during + ".", ""));
    }

    /// Whatever the step waits for, or does next, it dies of this.
    private void die(ForeignException of) {
        if (!stages.died(of) || ending) {
            return;
        }
        window.shut();
        try {
            runtime.after(Duration.ZERO, () -> {
                throw of;
            });
        } catch (IllegalStateException runHasEnded) {
            say(of);
        }
    }

    /// The end is no death any more.
    void ending() {
        ending = true;
        window.shut();
    }

    @Override
    public void close() {
        lane.close();
    }
}
