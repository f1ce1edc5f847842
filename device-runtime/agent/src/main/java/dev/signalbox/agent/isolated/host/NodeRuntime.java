// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import dev.signalbox.agent.step.Timers;
import dev.signalbox.api.Body;
import dev.signalbox.api.LogLevel;
import dev.signalbox.api.Message;
import dev.signalbox.api.ServiceRuntime;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Offers the service what the node offers. From any thread.
final class NodeRuntime implements ServiceRuntime {
    private static final int MOST_TEXT = 16_384;

    private final Link link;
    private final OnHand onHand;
    private final Timers timers;
    private final Ears ears = new Ears(this::ask);
    private volatile Map<String, String> properties = Map.of();

    NodeRuntime(Link link, OnHand onHand, Timers timers) {
        this.link = link;
        this.onHand = onHand;
        this.timers = timers;
    }

    /// What the flow gives the step.
    void properties(Map<String, String> given) {
        properties = Map.copyOf(given);
    }

    /// Has the service hear what an address emitted.
    void hear(String address, Message message) {
        ears.hear(address, message);
    }

    @Override
    public Settings settings() {
        Line told = ask(Line.op("settings")).object("settings");
        return new Settings(told.text("nodeName"), told.text("flow"), told.text("step"), told.number("release"));
    }

    @Override
    public Optional<String> property(String id) {
        return Optional.ofNullable(properties.get(id));
    }

    @Override
    public void log(LogLevel level, String text, @Nullable String faultCode, @Nullable String faultDescription) {
        link.tell(Line.op("log")
                .with("level", level.name())
                .with("text", cut(String.valueOf(text)))
                .with("fault", faultCode)
                .with("description", faultDescription == null ? null : cut(faultDescription)));
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }

    @Override
    public void emit(Body body, Map<String, String> given) {
        var _ = ask(Line.op("emit").with("properties", given).with(body));
    }

    @Override
    public CompletionStage<@Nullable Void> emitWithCompletion(Body body, Map<String, String> given) {
        return timed(
                line -> link.follow(line),
                Line.op("follow").with("properties", given).with(body));
    }

    /// A text leaves as JSON writes it, as from a service in the node.
    @Override
    public void submitMessage(Body body, Map<String, String> given) {
        var _ = ask(
                Line.op("submit").with("quoted", true).with("properties", given).with(body));
    }

    @Override
    public void submitAction(String destination, String action, Body body) {
        var _ = ask(Line.op("action")
                .with("destination", destination)
                .with("action", action)
                .with(body));
    }

    @Override
    public Subscription subscribe(String address, Consumer<Message> handler) {
        return ears.to(address, handler);
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        return timers.every(period, task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return timers.after(delay, task);
    }

    private Line ask(Line line) {
        return timed(link::ask, line);
    }

    /// Waiting for the node is no fault of the service.
    private <T> T timed(Function<Line, T> asking, Line line) {
        long begin = System.nanoTime();
        try {
            return asking.apply(onHand.sent(line));
        } finally {
            onHand.excuse(System.nanoTime() - begin);
        }
    }
}
