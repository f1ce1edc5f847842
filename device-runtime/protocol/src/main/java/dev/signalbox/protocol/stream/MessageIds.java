// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.stream;

/// What a message belongs to; absent ids are empty.
///
/// @param batch groups messages of a device in a stream; one is open at a time
/// @param message names it within its batch; a hub takes the same one once
/// @param slice names a part of a batch
/// @param chunk names a part of a message, which is whole once it is completed
public record MessageIds(String batch, String message, String slice, String chunk) {
    /// The hub fills in what the stream needs.
    public static final MessageIds NONE = new MessageIds("", "", "", "");

    public static MessageIds message(String id) {
        return new MessageIds("", id, "", "");
    }

    public MessageIds inBatch(String id) {
        return new MessageIds(id, message, slice, chunk);
    }

    public MessageIds inSlice(String id) {
        return new MessageIds(batch, message, id, chunk);
    }

    public MessageIds asChunk(String id) {
        return new MessageIds(batch, message, slice, id);
    }
}
