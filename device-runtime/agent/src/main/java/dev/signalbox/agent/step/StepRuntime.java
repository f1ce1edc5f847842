// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Body;
import dev.signalbox.api.LogLevel;
import dev.signalbox.api.Message;
import dev.signalbox.api.ServiceRuntime;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one run of a service is given. It ends with the run: subscriptions and timers are closed then.
final class StepRuntime implements ServiceRuntime {
    private final StepPlan plan;
    private final StepWorld world;
    private final Timers timers;
    private final List<Subscription> subscriptions = new ArrayList<>();

    StepRuntime(StepPlan plan, StepWorld world, Timers timers) {
        this.plan = plan;
        this.world = world;
        this.timers = timers;
    }

    @Override
    public Settings settings() {
        return world.settings().apply(plan);
    }

    @Override
    public Optional<String> property(String id) {
        return Optional.ofNullable(plan.properties().get(id)).flatMap(world.property());
    }

    @Override
    public void log(LogLevel level, String text, @Nullable String faultCode, @Nullable String faultDescription) {
        var kind = switch (level) {
            case DEBUG -> dev.signalbox.protocol.report.LogLevel.DEBUG;
            case WARNING -> dev.signalbox.protocol.report.LogLevel.WARNING;
            case ERROR -> dev.signalbox.protocol.report.LogLevel.ERROR;
        };
        world.log()
                .write(
                        plan.address().toString(),
                        plan.service(),
                        kind,
                        String.valueOf(text),
                        faultCode == null ? "" : faultCode,
                        faultDescription == null ? "" : faultDescription);
    }

    @Override
    public void emit(Body body, Map<String, String> properties) {
        world.exchange().emit(plan.address(), message(body, properties));
    }

    @Override
    public void submitMessage(Body body, Map<String, String> properties) {
        world.exchange().submit(plan.address(), message(body, properties));
    }

    @Override
    public void submitAction(String destination, String action, Body body) {
        world.exchange().act(plan.address(), destination, action, message(body, Map.of()));
    }

    @Override
    public synchronized Subscription subscribe(String address, Consumer<Message> handler) {
        Subscription subscription = world.exchange().subscribe(plan.address(), address, handler);
        subscriptions.add(subscription);
        return subscription;
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        return timers.every(period, task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return timers.after(delay, task);
    }

    synchronized void end() {
        timers.closeAll();
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    private Message message(Body body, Map<String, String> properties) {
        return new Message(MessageIds.next(), Instant.now(), plan.address().toString(), properties, body);
    }
}
