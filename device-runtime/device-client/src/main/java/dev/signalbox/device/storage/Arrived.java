// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// A message from the cloud that waits to be handled.
///
/// @param id grows in the order of coming
/// @param messageId the sender's, or empty for none
/// @param bag property bag as it stood in the topic, in UTF-8
/// @param attempts how often the program was given it
public record Arrived(long id, String messageId, byte[] bag, byte[] payload, int attempts) {
    /// Of all but the attempts.
    long crc() {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(12).putLong(id).putInt(bag.length).flip());
        crc.update(bag);
        crc.update(payload);
        crc.update(messageId.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
