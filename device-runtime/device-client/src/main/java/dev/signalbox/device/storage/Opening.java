// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the database of a folder, whatever state it is in.
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Path now;
    private final Path before;

    Opening(Path folder) {
        this.now = folder.resolve("device.db");
        this.before = folder.resolve("outbox.db");
    }

    boolean exists() {
        return Files.exists(now) || Files.exists(before);
    }

    DeviceFile open(Door door) throws SQLException, IOException {
        if (!Files.exists(now) && Files.exists(before)) {
            orMoveAside(before, path -> OldOutbox.convert(path, now));
        }
        if (LogCheck.isCut(now.resolveSibling(now.getFileName() + "-wal"))) {
            LOG.warn(
                    "{}",
                    new Problem(
                            "outbox.log-cut",
                            "The log of " + now + " ends in something that cannot be read.",
                            "After a power cut that is as it should be; without one, messages were lost: check the disk."));
        }
        try {
            return door.open(now);
        } catch (SQLException failed) {
            moveAside(now, failed);
            return door.open(now);
        }
    }

    private static void orMoveAside(Path path, Conversion conversion) throws SQLException, IOException {
        try {
            conversion.of(path);
        } catch (SQLException failed) {
            moveAside(path, failed);
        }
    }

    private static void moveAside(Path path, SQLException failed) throws SQLException, IOException {
        if (!Damage.isDamageAtOpening(failed)) {
            throw failed;
        }
        moveAside(path);
    }

    static void moveAside(Path path) throws IOException {
        Path moved = Damage.moveAside(path, Clock.systemUTC());
        LOG.error(
                "{}",
                new Problem(
                        "outbox.damaged",
                        "The outbox file was damaged and a new one was started; messages in the old one were not sent.",
                        "The damaged file is kept as " + moved + "; check the device's disk."));
    }

    /// Opens the file of a path.
    interface Door {
        DeviceFile open(Path path) throws SQLException, IOException;
    }

    private interface Conversion {
        void of(Path path) throws SQLException, IOException;
    }
}
