// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What runs a service offers it. Authors do not call this; `CustomService` does. All methods may be called from any
/// thread.
public interface ServiceRuntime {
    Settings settings();

    /// The value the flow gives the property, secrets included.
    Optional<String> property(String id);

    void log(LogLevel level, String text, @Nullable String faultCode, @Nullable String faultDescription);

    /// Hands a message along every wire that leaves this step, and to whoever subscribed to it.
    void emit(Body body, Map<String, String> properties);

    /// The same; what it returns is complete once each step the message leads to is done with it or has it on the
    /// node's disk, and fails at the first that fails, and after 30 s.
    CompletionStage<@Nullable Void> emitWithCompletion(Body body, Map<String, String> properties);

    /// Hands a message to the hub; returns once it is on the node's disk.
    void submitMessage(Body body, Map<String, String> properties);

    /// Calls a public method with one `Message` parameter on another service; `*` reaches all.
    void submitAction(String destination, String action, Body body);

    Subscription subscribe(String address, Consumer<Message> handler);

    Timer every(Duration period, Runnable task);

    Timer after(Duration delay, Runnable task);
}
