// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.LogLevel;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The local apps of a node: programs on its machine that send by way of it, hear commands and have its services do
/// things, in the words of iottly's SDK. May be called from any thread.
public final class LocalApps implements AutoCloseable {
    /// What the node says it is: iottly's SDK makes calls from 1.8.0 on.
    private static final FromAgent.Init SPOKEN = new FromAgent.Init("1.8.0", true);

    private static final int MOST = 256;
    private static final long LAST_WORDS_MILLIS = 500;
    private static final long BEFORE_NEXT_NANOS = 100_000_000;

    private final SocketFile file;
    private final ServerSocketChannel server;
    private final Surroundings around;
    private final List<AppSession> sessions = new CopyOnWriteArrayList<>();
    private volatile boolean connected;
    private volatile boolean closed;

    private LocalApps(SocketFile file, Surroundings around) {
        this.file = file;
        this.around = around;
        this.server = file.listen();
        Thread.ofVirtual().name("local-apps").start(this::accept);
    }

    /// Listens. Throws ProblemException when that is not possible, such as `local.socket-in-use`.
    public static LocalApps listen(SocketFile file, Surroundings around) {
        return new LocalApps(file, around);
    }

    /// Says whether the node is connected to its hub.
    public synchronized void connection(boolean now) {
        if (connected != now) {
            connected = now;
            sessions.forEach(session -> session.tell(new FromAgent.Link(now)));
        }
    }

    /// Hands the command to each app of that name; answers how many there are.
    public int command(String app, FromAgent.Command command) {
        List<AppSession> named =
                sessions.stream().filter(session -> session.isNamed(app)).toList();
        named.forEach(session -> session.tell(command));
        return named.size();
    }

    /// Those that have said their name, in the order in which they came.
    public List<AppReport> reports() {
        return sessions.stream()
                .map(AppSession::report)
                .flatMap(Optional::stream)
                .toList();
    }

    private void accept() {
        while (server.isOpen() && !closed) {
            try {
                welcome(server.accept());
            } catch (IOException refused) {
                complain(refused);
            }
        }
    }

    /// The machine may have no room for one more; it may have some soon.
    private void complain(IOException refused) {
        if (!closed) {
            around.log().runtime(LogLevel.ERROR, "A local app cannot be let in: " + refused.getMessage());
            LockSupport.parkNanos(BEFORE_NEXT_NANOS);
        }
    }

    private synchronized void welcome(SocketChannel channel) throws IOException {
        if (closed || sessions.size() >= MOST) {
            channel.close();
            around.log().runtime(LogLevel.ERROR, LocalProblems.tooMany(MOST).toString());
            return;
        }
        var session = new AppSession(channel, around);
        session.tell(SPOKEN);
        session.tell(new FromAgent.Link(connected));
        sessions.add(session);
        Thread.ofVirtual().name("app").start(() -> serve(session));
    }

    private void serve(AppSession session) {
        try {
            session.run();
        } finally {
            sessions.remove(session);
            session.report()
                    .ifPresent(gone -> AppLog.write(
                            around.log(), gone.name(), LogLevel.RUNTIME, "The app " + gone.name() + " left"));
            around.changed().run();
        }
    }

    /// Tells all apps that the node ends, and disconnects them.
    @Override
    public void close() {
        closed = true;
        sessions.forEach(session -> session.tell(new FromAgent.Status("stopping")));
        try {
            server.close();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MILLIS);
            for (AppSession session : sessions) {
                session.awaitTold(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (IOException stillOpen) {
            around.log().runtime(LogLevel.WARNING, "The local socket did not close: " + stillOpen.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        sessions.forEach(AppSession::end);
        file.remove();
    }
}
