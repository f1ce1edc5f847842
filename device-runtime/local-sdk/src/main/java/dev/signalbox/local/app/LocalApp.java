// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.app;

import dev.signalbox.local.buffer.Buffer;
import dev.signalbox.local.link.AgentLink;
import dev.signalbox.local.message.AgentStatus;
import dev.signalbox.local.message.ConnectionStatus;
import dev.signalbox.protocol.codec.LocalLines;
import dev.signalbox.protocol.local.FromApp;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A program that is joined to the node on its machine: it sends messages by way of the node, hears commands, and has
/// the node's services do things. Safe for use by many threads.
///
/// Callbacks run one after the other on one thread of the app's own, which is free to send and to call. What they throw
/// is told to the node, which writes it to its log.
public final class LocalApp implements AutoCloseable {
    private final String name;
    private final Buffer buffer;
    private final Callbacks callbacks;
    private final AgentLink link;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    record Handlers(Consumer<AgentStatus> status, Consumer<ConnectionStatus> connection) {}

    LocalApp(String name, Path socket, Buffer buffer, Handlers handlers) {
        this.name = name;
        this.buffer = buffer;
        this.callbacks = new Callbacks(name, handlers.status(), handlers.connection(), this::failed);
        this.link = new AgentLink(name, socket, buffer, callbacks);
    }

    /// @param name under which operators know the app, 1 to 128 characters
    public static LocalAppBuilder named(String name) {
        return new LocalAppBuilder(name);
    }

    public String name() {
        return name;
    }

    /// Has this handler called with the parameters of each command of that kind; another one for it is replaced.
    ///
    /// @param command not empty
    public void subscribe(String command, Consumer<Map<String, Object>> handler) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A command has a name");
        }
        callbacks.subscribe(command, handler);
    }

    /// Connects in the background, and again after each loss. A second start does nothing.
    public void start() {
        if (started.compareAndSet(false, true)) {
            link.start();
        }
    }

    /// Sends a message in no particular direction.
    public void send(Map<String, ?> message) {
        send(message, "");
    }

    /// Sends a message to the hub by way of the node. Returns when it is in the buffer. Throws
    /// IllegalArgumentException when it cannot be written as JSON, and ProblemException: `local.too-large` when it
    /// has more than 250,000 bytes, `local.full` when there is no room and it is to be refused, `local.disk`,
    /// `local.closed`.
    ///
    /// @param channel where it is to go, which is a stream of the hub, or group and stream with a `/` between;
    ///     empty for nowhere in particular
    public void send(Map<String, ?> message, String channel) {
        buffer.add(LocalLines.write(new FromApp.Data(name, Payloads.checked(message), channel, "")));
        link.wake();
    }

    /// Has a service of the node do something; returns when the call is written. What the service has to say comes
    /// as a command. Throws DisconnectedSdkException when the app is not linked, InvalidAgentVersionException when
    /// the agent is older than 1.8.0, IllegalArgumentException when the arguments cannot be written as JSON.
    ///
    /// @param command what it is called there: an action, or `step/action`
    public void callAgent(String command, Map<String, ?> arguments) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A command has a name");
        }
        link.call(new FromApp.Call(name, command, Payloads.checked(arguments)));
    }

    /// The same without arguments.
    public void callAgent(String command) {
        callAgent(command, Map.of());
    }

    private void failed(Throwable thrown) {
        String type = thrown.getClass().getSimpleName();
        link.say(new FromApp.Failed(
                name, type.isEmpty() ? thrown.getClass().getName() : type, String.valueOf(thrown.getMessage())));
    }

    /// Lets what waits leave if there is a node, for 2 s at most, says farewell, and ends all threads. A durable buffer
    /// keeps the rest. May be called from a callback.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            link.close();
            callbacks.close();
            buffer.close();
        }
    }
}
