// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import dev.signalbox.api.Body;
import dev.signalbox.api.LogLevel;
import dev.signalbox.api.Message;
import dev.signalbox.api.ServiceRuntime;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.Timer;
import dev.signalbox.protocol.codec.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Offers a service that is tried what a node offers, and tells what it does with it. There is nobody else: what it
/// calls and listens to is not there. From any thread.
final class TryRuntime implements ServiceRuntime {
    private static final int LONGEST_TEXT = 8 * 1024;

    private final Map<String, String> properties;
    private final TryThread thread;
    private final Consumer<TryEvent> told;

    TryRuntime(Map<String, String> properties, TryThread thread, Consumer<TryEvent> told) {
        this.properties = properties;
        this.thread = thread;
        this.told = told;
    }

    @Override
    public Settings settings() {
        return new Settings("desk", "try", "try", 0);
    }

    @Override
    public Optional<String> property(String id) {
        return Optional.ofNullable(properties.get(id)).filter(value -> !value.isEmpty());
    }

    @Override
    public void log(LogLevel level, String text, @Nullable String faultCode, @Nullable String faultDescription) {
        String fault = faultCode == null ? "" : " [" + faultCode + "]";
        String more = faultDescription == null ? "" : " " + faultDescription;
        told.accept(TryEvent.of(TryEvent.Kind.valueOf(level.name()), thread.message(), shown(text + fault + more)));
    }

    @Override
    public void emit(Body body, Map<String, String> given) {
        tell(TryEvent.Kind.EMITTED, body, given);
    }

    @Override
    public CompletionStage<@Nullable Void> emitWithCompletion(Body body, Map<String, String> given) {
        emit(body, given);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void submitMessage(Body body, Map<String, String> given) {
        tell(TryEvent.Kind.SUBMITTED, body, given);
    }

    private void tell(TryEvent.Kind kind, Body body, Map<String, String> given) {
        String text = body.isBytes() ? body.toString() : Json.mapper().writeValueAsString(body.raw());
        told.accept(new TryEvent(kind, thread.message(), shown(text), 0, 0, given));
    }

    /// As much as is worth looking at, so that an event is one line that can be read.
    private static String shown(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    @Override
    public void submitAction(String destination, String action, Body body) {
        notHere("calls " + action + " of " + destination);
    }

    @Override
    public Subscription subscribe(String address, Consumer<Message> handler) {
        notHere("listens to " + address);
        return () -> {};
    }

    private void notHere(String what) {
        String text = "The service " + what + ": a try has no other services, so nothing came of it.";
        told.accept(TryEvent.of(TryEvent.Kind.WARNING, thread.message(), text));
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        return thread.every(period, task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return thread.after(delay, task);
    }
}
