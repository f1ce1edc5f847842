// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an author extends. The class has the name of its file, no package, and a constructor without parameters.
///
/// The runtime calls `start`, `process`, `stateUpdate`, timers and subscriptions one after the other on one thread that
/// belongs to the step, so fields need no locks. An exception from any of them is reported as an error with its line,
/// and the step is restarted. The other methods may be called from any thread, between `start` and `stop` only.
public abstract class CustomService {
    private @Nullable ServiceRuntime runtime;

    /// Joins the service to what runs it. Called once by the runtime, before `start`.
    public final void attach(ServiceRuntime with) {
        if (runtime != null) {
            throw new IllegalStateException("A service is attached once");
        }
        runtime = with;
    }

    /// Called when the step starts. Other services may not be there yet, nor the hub: see `stateUpdate`.
    public void start() throws Exception {}

    /// Called when the step ends; timers and subscriptions have ended already. Takes at most 2 s.
    public void stop() throws Exception {}

    /// Called for each message that a wire, or an action without a method of its own, brings.
    public void process(Message message) throws Exception {}

    /// Called once after sign-in with the whole twin, and again at each change of the desired properties.
    public void stateUpdate(Twin twin) throws Exception {}

    /// Called each time the node has signed in to the hub.
    public void signedIn() throws Exception {}

    /// The value this flow gives the property; use its readings (`asDouble` ...).
    protected final Property property(String id) {
        return new Property(id, runtime().property(id));
    }

    /// Where this service runs.
    protected final Settings settings() {
        return runtime().settings();
    }

    /// Writes a plain log line.
    protected final void debug(String message) {
        runtime().log(LogLevel.DEBUG, message, null, null);
    }

    /// Writes a yellow log line.
    protected final void warning(String message) {
        runtime().log(LogLevel.WARNING, message, null, null);
    }

    /// Writes a red log line and raises an alert.
    protected final void throwError(String message) {
        runtime().log(LogLevel.ERROR, message, null, null);
    }

    /// Writes a red log line and raises an alert with a fault code. Codes from 90000 up are the runtime's own.
    protected final void throwError(String message, String faultCode, String faultDescription) {
        runtime().log(LogLevel.ERROR, message, faultCode, faultDescription);
    }

    /// The same with a number for the fault code.
    protected final void throwError(String message, int faultCode, String faultDescription) {
        throwError(message, Integer.toString(faultCode), faultDescription);
    }

    /// Hands a message to every step that a wire from this one leads to, and to whoever subscribed to it. The payload
    /// is anything `Body.of` takes. Waits up to 5 s for a full mailbox.
    protected final void emit(Object payload) {
        runtime().emit(Body.of(payload), Map.of());
    }

    /// The same with properties of its own.
    protected final void emit(Object payload, Map<String, String> properties) {
        runtime().emit(Body.of(payload), properties);
    }

    /// Hands a message on and tells when everything it led to is done: each step on the way is through with
    /// it, or has handed it to the hub. Fails at the first step that fails or cannot take it, and after 30
    /// s. The message is not sent again by itself; its source decides. Do not wait for it in `process`: go
    /// on with `thenRun` and such.
    protected final CompletionStage<@Nullable Void> emitWithCompletion(Object payload) {
        return runtime().emitWithCompletion(Body.of(payload), Map.of());
    }

    /// Hands a message to the hub. When this returns the message is on the node's disk and will arrive, once. Waits
    /// while the node's outbox is full.
    protected final void submitMessage(Object payload) {
        runtime().submitMessage(Body.of(payload), Map.of());
    }

    /// The same with properties of its own.
    protected final void submitMessage(Object payload, Map<String, String> properties) {
        runtime().submitMessage(Body.of(payload), properties);
    }

    /// Calls the public method `action(Message)` of another service on this node.
    ///
    /// @param destination a step's name, `flow/step`, a service (`pump_java`), or `*` for every service that has it
    protected final void submitAction(String destination, String action, Object message) {
        runtime().submitAction(destination, action, Body.of(message));
    }

    /// Listens to what another step on this node emits.
    protected final Subscription subscribe(String address, Consumer<Message> handler) {
        return runtime().subscribe(address, handler);
    }

    /// Runs the task again and again, first after one period, until the service ends.
    protected final Timer every(Duration period, Runnable task) {
        return runtime().every(period, task);
    }

    /// Runs the task once, later, unless the service has ended by then.
    protected final Timer after(Duration delay, Runnable task) {
        return runtime().after(delay, task);
    }

    private ServiceRuntime runtime() {
        if (runtime == null) {
            throw new IllegalStateException(
                    "The service is not running yet: do this in start(), not in the constructor");
        }
        return runtime;
    }
}
