// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Looks whether SQLite will read all of its write-ahead log. It stops at the first page whose sum does not fit and
/// says nothing, for after a power cut that is the end of what was synced; but damage to the disk looks the same, and
/// then messages are gone that somebody was told are safe.
public final class LogCheck {
    private static final int MAGIC = 0x377f0682;
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MOST = 65_536;

    private final FileChannel log;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private int sum1;
    private int sum2;

    private LogCheck(FileChannel log) {
        this.log = log;
    }

    /// Whether the log has pages that SQLite will not read though they belong to it.
    public static boolean isCut(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) <= HEADER) {
            return false;
        }
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            return new LogCheck(channel).isCut();
        }
    }

    private boolean isCut() throws IOException {
        ByteBuffer header = read(HEADER);
        int page = header.getInt(8);
        order = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        add(header, 0, FRAME);
        if ((header.getInt(0) & ~1) != MAGIC || !fits(header, FRAME) || page < 512 || page > MOST) {
            return true;
        }
        while (log.size() - log.position() >= FRAME + page) {
            ByteBuffer frame = read(FRAME + page);
            boolean first = frame.getInt(8) == header.getInt(16);
            boolean second = frame.getInt(12) == header.getInt(20);
            if (!first && !second) {
                return false; // of the log that was here before
            }
            add(frame, 0, 8);
            add(frame, FRAME, page);
            if (!first || !second || !fits(frame, 16)) {
                return true;
            }
        }
        return false;
    }

    private ByteBuffer read(int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && log.read(bytes) >= 0) {
            // until it is full
        }
        return bytes;
    }

    private boolean fits(ByteBuffer bytes, int at) {
        return sum1 == bytes.getInt(at) && sum2 == bytes.getInt(at + 4);
    }

    private void add(ByteBuffer bytes, int from, int length) {
        bytes.order(order);
        for (int at = from; at < from + length; at += 8) {
            sum1 += bytes.getInt(at) + sum2;
            sum2 += bytes.getInt(at + 4) + sum1;
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
    }
}
