// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Body;
import dev.signalbox.api.LogLevel;
import dev.signalbox.api.Message;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.Timer;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one run of a service is given. After the run it sends nothing any more, whatever threads the service left.
final class StepRuntime implements RunRuntime {
    private final StepHost host;
    private final StepWorld world;
    private final Timers timers;
    private final Listening listening;
    private final String source;
    /// Of what the step's thread is handling.
    private Optional<Completion> followed = Optional.empty();

    private volatile boolean ended;
    /// Touched by the step's thread only.
    private long sent;

    StepRuntime(StepHost host, StepWorld world, Timers timers) {
        this.host = host;
        this.world = world;
        this.timers = timers;
        this.listening = new Listening(host, world.exchange());
        this.source = host.address().toString();
    }

    @Override
    public Settings settings() {
        return world.settings().apply(plan());
    }

    private StepPlan plan() {
        return host.plan();
    }

    @Override
    public Optional<String> property(String id) {
        return Optional.ofNullable(plan().properties().get(id)).flatMap(world.property());
    }

    @Override
    public List<Property> properties() {
        return plan().properties().entrySet().stream()
                .flatMap(given -> world
                        .property()
                        .apply(given.getValue())
                        .map(value -> new Property(given.getKey(), value, isSecret(given.getValue())))
                        .stream())
                .toList();
    }

    private static boolean isSecret(String given) {
        return given.startsWith(ReleaseManifest.Step.SECRET_PREFIX);
    }

    @Override
    public String serviceAt(String address) {
        return world.exchange().serviceAt(address);
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
                        plan().address().toString(),
                        plan().service(),
                        kind,
                        String.valueOf(text),
                        faultCode == null ? "" : faultCode,
                        faultDescription == null ? "" : faultDescription);
    }

    @Override
    public void emit(Body body, Map<String, String> properties) {
        emit(body, properties, host.isOwnThread() ? followed : Optional.empty());
    }

    @Override
    public void emit(Body body, Map<String, String> properties, Optional<Completion> completion) {
        exchange().emit(host, message(body, properties), completion);
        host.tally().sent();
    }

    @Override
    public CompletionStage<@Nullable Void> emitWithCompletion(Body body, Map<String, String> properties) {
        var completion = new Completion();
        exchange().emit(host, message(body, properties), Optional.of(completion));
        host.tally().sent();
        completion.arrived();
        return completion.end();
    }

    @Override
    public void submitMessage(Body body, Map<String, String> properties) {
        exchange().submit(host, message(body, properties));
        host.tally().sent();
    }

    @Override
    public void submitAction(String destination, String action, Body body) {
        exchange().act(host, destination, action, message(body, Map.of()));
    }

    private Exchange exchange() {
        if (ended) {
            throw new IllegalStateException("This run of the service has ended");
        }
        if (host.isOwnThread()) {
            sent++;
        }
        return world.exchange();
    }

    @Override
    public Subscription subscribe(String address, Consumer<Message> handler) {
        return listening.to(address, handler);
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        return timers.every(period, task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return timers.after(delay, task);
    }

    private Message message(Body body, Map<String, String> properties) {
        Instant now = Instant.now();
        return new Message(MessageIds.at(now), now, source, properties, body);
    }

    /// What the step's thread emits from now on belongs to this.
    void follow(Optional<Completion> completion) {
        followed = completion;
    }

    @Override
    public void failed() {
        host.tally().failed(1);
    }

    /// How often the step's thread sent something.
    long sent() {
        return sent;
    }

    /// Has the service hear what an address emitted.
    void hear(Item.Delivery event) {
        listening.hear(event.name(), event.message());
        event.done();
    }

    /// The service has started, and listens to what it listens to.
    void started() {
        listening.settle();
    }

    /// No timer fires any more; the service's `stop` comes next.
    void ending() {
        timers.closeAll();
    }

    void ended() {
        timers.closeAll();
        ended = true;
    }
}
