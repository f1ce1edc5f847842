// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.app;

import dev.signalbox.local.buffer.Buffer;
import dev.signalbox.local.buffer.DurableBuffer;
import dev.signalbox.local.buffer.MemoryBuffer;
import dev.signalbox.local.message.AgentStatus;
import dev.signalbox.local.message.ConnectionStatus;
import dev.signalbox.local.message.WhenFull;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Says what a local app is like before it is built. All but the name has a default. For one thread.
public final class LocalAppBuilder {
    /// Where iottly's agents listen, and a node does that was told nothing else.
    public static final Path USUAL_SOCKET = Path.of("/var/run/iottly.com-agent/sdk/iottly_sdk_socket");

    private static final int USUAL_MESSAGES = 10;
    private static final int LONGEST_NAME = 128;

    private final String name;
    private Path socket = USUAL_SOCKET;
    private Supplier<Buffer> buffer = () -> new MemoryBuffer(USUAL_MESSAGES, WhenFull.DROP_OLDEST);
    private Consumer<AgentStatus> onAgentStatus = status -> {};
    private Consumer<ConnectionStatus> onConnectionStatus = status -> {};

    LocalAppBuilder(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("An app has a name of 1 to " + LONGEST_NAME + " characters");
        }
        this.name = name;
    }

    /// @param path the Unix socket at which the node listens; need not be there yet
    public LocalAppBuilder socket(Path path) {
        this.socket = path;
        return this;
    }

    /// Keeps up to so many messages in memory while there is no node, and gives up the oldest for a new one. Ten if
    /// nothing is said.
    public LocalAppBuilder buffer(int messages) {
        return buffer(messages, WhenFull.DROP_OLDEST);
    }

    /// @param messages at least one
    /// @param whenFull what becomes of a message for which there is no room
    public LocalAppBuilder buffer(int messages, WhenFull whenFull) {
        if (messages < 1) {
            throw new IllegalArgumentException("A buffer needs room for at least one message");
        }
        this.buffer = () -> new MemoryBuffer(messages, whenFull);
        return this;
    }

    /// Keeps messages on disk instead, so that they survive the app, the node and a power cut, in order. `send`
    /// returns when its message is there. It goes when a node of ours says that it has it. An agent that says
    /// nothing for 30 s is taken for another maker's, with which a message goes when it was written to the socket.
    ///
    /// @param folder one app at a time
    /// @param bytes room for what waits
    /// @param whenFull what becomes of a message for which there is no room
    public LocalAppBuilder durable(Path folder, long bytes, WhenFull whenFull) {
        if (bytes < 1) {
            throw new IllegalArgumentException("A buffer needs room for at least one byte");
        }
        this.buffer = () -> DurableBuffer.open(folder, bytes, whenFull);
        return this;
    }

    /// Hears how it stands with the node, on the app's thread for callbacks.
    public LocalAppBuilder onAgentStatus(Consumer<AgentStatus> handler) {
        this.onAgentStatus = handler;
        return this;
    }

    /// Hears whether the node is connected to its hub, after each link and at each change, on the app's thread for
    /// callbacks.
    public LocalAppBuilder onConnectionStatus(Consumer<ConnectionStatus> handler) {
        this.onConnectionStatus = handler;
        return this;
    }

    /// Makes the app; it does nothing until it is started. Throws ProblemException when the folder of a durable buffer
    /// cannot be used.
    public LocalApp build() {
        return new LocalApp(name, socket, buffer.get(), new LocalApp.Handlers(onAgentStatus, onConnectionStatus));
    }
}
