// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.channels.Channel;
import java.nio.channels.Selector;
import java.nio.file.FileSystem;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.stream.BaseStream;
import java.util.zip.ZipFile;

/// Tells whether something is open, by the quickest way its class has.
enum Openness {
    OPEN,
    CLOSED,
    /// Its class tells nobody. Closing it again does no harm, so it is closed and not spoken of.
    NOT_TOLD;

    private static final long A_DAY = 86_400_000;

    /// Whether it may be forgotten, asked without waiting for anything.
    static boolean over(Belonging belonging, Object held) {
        return switch (held) {
            case Object _ when belonging.closed() -> true;
            case Thread thread -> thread.getState() == Thread.State.TERMINATED;
            case FileInputStream in -> valid(in::getFD) == CLOSED;
            case Timer _, Reader _, Writer _, InputStream _, ZipFile _ -> false;
            default -> of(belonging, held) == CLOSED;
        };
    }

    /// Answers at once for all but readers, writers and streams of others, which may be in use: these count as open.
    static Openness of(Belonging belonging, Object held) {
        return switch (held) {
            case Object _ when belonging.closed() -> CLOSED;
            case Thread thread -> when(thread.isAlive());
            case Process process -> when(process.isAlive());
            case ExecutorService executor -> when(!executor.isTerminated());
            case HttpClient client -> when(!client.isTerminated());
            case Timer timer -> Patience.ask(() -> timer(timer), OPEN);
            default -> file(held);
        };
    }

    private static Openness file(Object held) {
        return switch (held) {
            case Channel channel -> when(channel.isOpen());
            case Selector selector -> when(selector.isOpen());
            case Socket socket -> when(!socket.isClosed());
            case ServerSocket socket -> when(!socket.isClosed());
            case DatagramSocket socket -> when(!socket.isClosed());
            case FileSystem system -> when(system.isOpen());
            case BaseStream<?, ?> _ -> OPEN;
            default -> stream(held);
        };
    }

    private static Openness stream(Object held) {
        return switch (held) {
            case FileInputStream in -> valid(in::getFD);
            case FileOutputStream out -> valid(out::getFD);
            case RandomAccessFile file -> valid(file::getFD);
            case PrintWriter _ -> NOT_TOLD;
            case InputStream in -> answers(in::available);
            case Reader reader -> answers(reader::ready);
            case Writer writer -> answers(writer::flush);
            case ZipFile zip -> answers(zip::size);
            default -> NOT_TOLD;
        };
    }

    private static Openness timer(Timer timer) {
        var task = new TimerTask() {
            @Override
            public void run() {}
        };
        try {
            timer.schedule(task, A_DAY);
            task.cancel();
            timer.purge();
            return OPEN;
        } catch (IllegalStateException cancelled) {
            return CLOSED;
        }
    }

    private static Openness valid(Descriptor of) {
        try {
            return when(of.get().valid());
        } catch (IOException none) {
            return CLOSED;
        }
    }

    private static Openness answers(Question question) {
        return Patience.ask(
                () -> {
                    try {
                        question.ask();
                        return OPEN;
                    } catch (IOException | IllegalStateException closed) {
                        return CLOSED;
                    }
                },
                OPEN);
    }

    private static Openness when(boolean open) {
        return open ? OPEN : CLOSED;
    }

    private interface Descriptor {
        FileDescriptor get() throws IOException;
    }

    private interface Question {
        void ask() throws IOException;
    }
}
