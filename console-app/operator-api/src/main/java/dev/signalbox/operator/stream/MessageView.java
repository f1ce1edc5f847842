// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Map;

/// A message of a stream.
///
/// @param key its number in the stream
/// @param properties as sent, and what the hub filled in
/// @param size bytes of its payload as sent: packed, all chunks together, or the uploaded file
/// @param head the payload, unpacked and joined, or its beginning; base64
/// @param whole whether `head` is all of it
public record MessageView(
        long key,
        Instant received,
        DeviceId device,
        Map<String, String> properties,
        long size,
        String head,
        boolean whole) {}
