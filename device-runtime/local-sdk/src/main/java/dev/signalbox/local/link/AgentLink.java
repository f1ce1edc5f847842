// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.link;

import dev.signalbox.local.buffer.Buffer;
import dev.signalbox.local.message.AgentStatus;
import dev.signalbox.protocol.codec.LocalLines;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.local.FromApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Connects to the node and stays connected: again every 200 ms after each loss. Two threads, one that connects and
/// reads, one that writes.
public final class AgentLink implements AutoCloseable {
    private static final String SDK_VERSION = "1.8.0";
    private static final long RETRY_MILLIS = 200;
    private static final long LAST_WORDS_MILLIS = 2000;
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private final String app;
    private final Path socket;
    private final Buffer buffer;
    private final LinkListener listener;
    private final Outgoing outgoing;
    private final Thread reader;
    private final Thread writer;

    public AgentLink(String app, Path socket, Buffer buffer, LinkListener listener) {
        this.app = app;
        this.socket = socket;
        this.buffer = buffer;
        this.listener = listener;
        this.outgoing = new Outgoing(app, buffer, () -> listener.status(AgentStatus.STARTED));
        this.reader =
                Thread.ofPlatform().daemon().name("local-" + app + "-reader").unstarted(this::stayConnected);
        this.writer = Thread.ofPlatform()
                .daemon()
                .name("local-" + app + "-writer")
                .unstarted(new Writer(app, outgoing, buffer));
    }

    public void start() {
        reader.start();
        writer.start();
    }

    /// The buffer has something new.
    public void wake() {
        outgoing.wake();
    }

    /// Writes a call before all messages, and returns when it is written. Throws DisconnectedSdkException or
    /// InvalidAgentVersionException.
    public void call(FromApp.Call call) {
        try {
            outgoing.call(LocalLines.write(call)).written().join();
        } catch (CompletionException lost) {
            throw lost.getCause() instanceof RuntimeException known ? known : lost;
        }
    }

    /// Tells the node if there is one.
    public void say(FromApp word) {
        var unused = outgoing.say(LocalLines.write(word));
    }

    private void stayConnected() {
        try {
            while (!outgoing.isClosed()) {
                connectAndRead();
                outgoing.pause(RETRY_MILLIS);
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectAndRead() {
        try (var connection = Connection.to(socket)) {
            connection.write(LocalLines.write(new FromApp.Connected(app, SDK_VERSION)));
            outgoing.attached(connection);
            for (byte[] line = connection.read(); line != null; line = connection.read()) {
                LocalLines.fromAgent(line).ifPresent(this::heard);
            }
        } catch (IOException | UnsupportedOperationException | ProblemException notThereOrLost) {
            // tried again soon; the status says it
        } finally {
            if (outgoing.detached()) {
                listener.status(AgentStatus.STOPPED);
            }
        }
    }

    private void heard(FromAgent word) {
        switch (word) {
            case FromAgent.Init init -> outgoing.introduced(Handshake.of(init));
            case FromAgent.Link link -> listener.connection(link.connected());
            case FromAgent.Command command -> listener.command(command);
            case FromAgent.Received received -> {
                buffer.received(received.id());
                outgoing.wake();
            }
            case FromAgent.Status status -> {
                // the tests of the reference say one, its guide the other
                if (status.status().equals("stopping") || status.status().equals("closing")) {
                    listener.status(AgentStatus.STOPPING);
                }
            }
        }
    }

    /// Lets what waits leave if there is a node, for 2 s at most, says farewell and disconnects.
    @Override
    public void close() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MILLIS);
        while (outgoing.isLinked() && !buffer.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        Urgent farewell = outgoing.say(LocalLines.write(new FromApp.Disconnected(app)));
        if (farewell != null) {
            await(farewell, until - System.nanoTime());
        }
        outgoing.close();
        joinUnlessOwn(reader);
        joinUnlessOwn(writer);
    }

    private static void await(Urgent farewell, long nanos) {
        try {
            farewell.written().get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException gone) {
            // the node sees the end of the connection instead
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void joinUnlessOwn(Thread thread) {
        try {
            if (thread.isAlive() && !Thread.currentThread().equals(thread)) {
                thread.join(LAST_WORDS_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
