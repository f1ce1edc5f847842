// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.link;

import dev.signalbox.protocol.codec.LineReader;
import dev.signalbox.protocol.codec.LocalLines;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One connection to a node. One thread reads, one writes, any closes.
final class Connection implements AutoCloseable {
    private final SocketChannel channel;
    private final LineReader lines;

    private Connection(SocketChannel channel) {
        this.channel = channel;
        this.lines = new LineReader(channel, LocalLines.LONGEST, () -> {});
    }

    static Connection to(Path socket) throws IOException {
        return new Connection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /// Returns when the system has all of it.
    void write(byte[] line) throws IOException {
        var bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// The next line; null at the end.
    byte @Nullable [] read() throws IOException {
        return lines.next();
    }

    /// Ends a read or a write that is going on.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // there is nothing left to close
        }
    }
}
