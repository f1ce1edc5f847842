// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.protocol.codec.LineReader;
import dev.signalbox.protocol.codec.LocalLines;
import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.local.FromApp;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.LogLevel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;

/// One app's connection: a virtual thread reads, another writes.
final class AppSession {
    private static final String NAMELESS = "an app without a name";
    private static final int LONGEST_NAME = 128;

    private final SocketChannel channel;
    private final Surroundings around;
    private final Messages messages;
    private final Outgoing outgoing = new Outgoing();
    private final Instant since = Instant.now();
    private volatile String name = "";
    private volatile String version = "";
    private volatile boolean ended;
    private boolean junkTold;

    AppSession(SocketChannel channel, Surroundings around) {
        this.channel = channel;
        this.around = around;
        this.messages = new Messages(around);
    }

    /// Reads until the app leaves.
    void run() {
        Thread writer = Thread.ofVirtual().name("app-writer").start(this::write);
        try {
            var lines = new LineReader(channel, LocalLines.LONGEST, this::overlong);
            for (byte[] line = lines.next(); line != null && !ended; line = lines.next()) {
                LocalLines.fromApp(line).ifPresentOrElse(this::heard, this::junk);
            }
        } catch (IOException gone) {
            // its end is told below
        } finally {
            end();
            writer.interrupt();
        }
    }

    private void heard(FromApp word) {
        if (word.app().length() > LONGEST_NAME) {
            junk();
            return;
        }
        becomes(word.app());
        switch (word) {
            case FromApp.Connected connected -> {
                version = connected.version();
                around.changed().run();
            }
            case FromApp.Disconnected gone -> end();
            case FromApp.Failed failed ->
                AppLog.write(
                        around.log(), name, LogLevel.ERROR, name + " failed: " + failed.type() + ": " + failed.text());
            case FromApp.Call call -> call(call);
            case FromApp.Data data -> take(data);
        }
    }

    /// What it asks for may be refused; that is no reason to lose the app.
    private void call(FromApp.Call call) {
        try {
            around.calls().call(call.app(), call.command(), call.arguments());
        } catch (RuntimeException refused) {
            AppLog.write(
                    around.log(),
                    name,
                    LogLevel.ERROR,
                    name + " called " + call.command() + ", which was refused: " + refused.getMessage());
        }
    }

    /// The next line is not read before this message is on disk.
    private void take(FromApp.Data data) {
        try {
            if (!messages.take(data, () -> ended)) {
                end();
            } else if (!data.id().isEmpty()) {
                outgoing.receipt(LocalLines.write(new FromAgent.Received(data.id())));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    private void becomes(String said) {
        if (!said.equals(name)) {
            name = said;
            AppLog.write(around.log(), said, LogLevel.RUNTIME, "The app " + said + " is joined");
            around.changed().run();
        }
    }

    private void overlong() {
        AppLog.write(around.log(), who(), LogLevel.ERROR, LocalProblems.lineTooLong(who(), LocalLines.LONGEST));
    }

    private void junk() {
        if (!junkTold) {
            junkTold = true;
            AppLog.write(around.log(), who(), LogLevel.WARNING, LocalProblems.junk(who()));
        }
    }

    private String who() {
        return name.isEmpty() ? NAMELESS : name;
    }

    /// Tells the app; one that does not read what it is told is disconnected.
    void tell(FromAgent word) {
        if (!outgoing.add(LocalLines.write(word))) {
            AppLog.write(around.log(), who(), LogLevel.ERROR, LocalProblems.doesNotRead(who()));
            end();
        }
    }

    /// Waits until the app was told all, so many milliseconds at most.
    void awaitTold(long millis) throws InterruptedException {
        outgoing.awaitIdle(millis);
    }

    /// What an app that is gone was still to be told is of no use; what it sent before is read all the same.
    private void write() {
        try {
            for (byte[] line = outgoing.take(); line != null; line = outgoing.take()) {
                var bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException | InterruptedException gone) {
            outgoing.end();
        }
    }

    boolean isNamed(String app) {
        return name.equals(app);
    }

    /// Empty until the app has said its name.
    Optional<AppReport> report() {
        return name.isEmpty() ? Optional.empty() : Optional.of(new AppReport(name, since, version));
    }

    void end() {
        ended = true;
        outgoing.end();
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // there is nothing left to close
        }
    }
}
