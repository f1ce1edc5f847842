// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.DeviceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the folder of an outbox, which only one program may do at a time, and opens what is in it: at once if there is
/// something, else with the first use, for a database is the largest thing in a small device's memory.
final class FirstUse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstUse.class);

    private final FolderLock lock;
    private final Path folder;
    private final Outbox.Settings settings;
    private volatile Runnable committed = () -> {};
    private volatile @Nullable Contents contents;
    private boolean closed;

    private FirstUse(FolderLock lock, Path folder, Outbox.Settings settings) {
        this.lock = lock;
        this.folder = folder;
        this.settings = settings;
    }

    static FirstUse of(Path folder, Outbox.Settings settings) {
        try {
            Files.createDirectories(folder);
            var use = new FirstUse(FolderLock.take(folder), folder, settings);
            if (DeviceFile.isIn(folder)) {
                use.openOrUnlock();
            }
            return use;
        } catch (IOException failed) {
            throw OutboxProblems.notOpened(folder, failed);
        }
    }

    private void openOrUnlock() throws IOException {
        try {
            contents();
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /// Opens it if that was not done before.
    Contents contents() {
        Contents open = contents;
        return open != null ? open : open();
    }

    /// Empty while there was no use.
    Optional<Contents> soFar() {
        return Optional.ofNullable(contents);
    }

    private synchronized Contents open() {
        if (closed) {
            throw OutboxProblems.closed();
        }
        if (contents == null) {
            boolean interrupted = Thread.interrupted(); // it would close the files that are being opened
            try {
                var file = DeviceFile.open(folder, settings.disk(), settings.logBytes());
                contents = new Contents(file, folder, settings, () -> committed.run());
            } catch (SQLException | IOException failed) {
                throw OutboxProblems.notOpened(folder, failed);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return contents;
    }

    /// What is to run after each commit, on the committing thread; it must be quick.
    void whenCommitted(Runnable told) {
        committed = told;
    }

    /// Writes what still waits for its commit, then closes.
    @Override
    public synchronized void close() {
        closed = true;
        try (lock) {
            if (contents != null) {
                contents.close();
            }
        } catch (SQLException | IOException failed) {
            LOG.warn("The outbox did not close cleanly: {}", failed.getMessage());
        }
    }
}
