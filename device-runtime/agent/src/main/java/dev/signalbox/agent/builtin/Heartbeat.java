// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.builtin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// `watchdog`: each heartbeat writes the time, in seconds since 1970, to a file that a script may look at.
final class Heartbeat implements Builtin {
    private final Path file;
    private final Logger logger;

    Heartbeat(Path file, Logger logger) {
        this.file = file;
        this.logger = logger;
    }

    @Override
    public boolean act(Call call) {
        if (!call.action().equals("_heartbeat")) {
            return false;
        }
        try (var open = Files.newOutputStream(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
            open.write(Long.toString(Instant.now().getEpochSecond()).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            logger.warn(call, "The heartbeat cannot be written: " + refused.getMessage());
        }
        return true;
    }
}
