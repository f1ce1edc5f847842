// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/// The file that local apps connect to.
///
/// @param shared whether the file's group may connect too (0660), as when an operator chose the place; otherwise only
///     the user the node runs as (0600)
public record SocketFile(Path path, boolean shared) {
    private static final int BACKLOG = 128;

    /// Listens. A file that an ended node left behind is replaced; one at which somebody listens is not, nor is
    /// anything
    /// else. Throws ProblemException.
    ServerSocketChannel listen() {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            replaceStale();
            return bound();
        } catch (IOException | UnsupportedOperationException refused) {
            throw LocalProblems.notListening(path, refused);
        }
    }

    private ServerSocketChannel bound() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path), BACKLOG);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(shared ? "rw-rw----" : "rw-------"));
            return server;
        } catch (IOException | RuntimeException refused) {
            server.close();
            throw refused;
        }
    }

    private void replaceStale() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw LocalProblems.noSocket(path);
        }
        if (somebodyListens()) {
            throw LocalProblems.inUse(path);
        }
        Files.delete(path);
    }

    private boolean somebodyListens() {
        try (var probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return probe.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // the next start replaces it
        }
    }
}
