// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.LogLine;
import java.io.ByteArrayOutputStream;

/// A JSON array of log lines that fits into one message: a hub that speaks IoT Hub's language cuts the connection at
/// 256 KiB.
final class LogBatch {
    private static final int MOST_LINES = 200;
    private static final int FULL_BYTES = 100 * 1024;

    private final ByteArrayOutputStream array = new ByteArrayOutputStream();
    private int lines;

    /// One line is at most 99 KiB, when each of its characters has to be escaped, so that what is not full has room.
    boolean isFull() {
        return lines >= MOST_LINES || array.size() >= FULL_BYTES;
    }

    void add(LogLine line) {
        array.write(lines++ == 0 ? '[' : ',');
        array.writeBytes(Json.write(line));
    }

    /// Ends the batch; it holds at least one line.
    byte[] json() {
        array.write(']');
        return array.toByteArray();
    }
}
