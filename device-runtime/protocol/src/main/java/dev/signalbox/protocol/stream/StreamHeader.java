// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.stream;

/// What a message's properties say of its place. Empty texts are absent. Read and written by `codec.StreamHeaders`.
///
/// @param stream where it goes
/// @param site where the device says it stands
/// @param ids what the message belongs to
/// @param form how its payload is to be read
/// @param completes what ends with it
public record StreamHeader(StreamName stream, String site, MessageIds ids, Form form, Completes completes) {
    /// What a plain message says.
    public static final StreamHeader PLAIN =
            new StreamHeader(StreamName.DEFAULT, "", MessageIds.NONE, Form.PLAIN, Completes.NOTHING);

    /// @param brotli the payload is compressed by Brotli
    /// @param externalised the payload is `{"link":"<name>"}` of an uploaded file
    public record Form(boolean brotli, boolean externalised) {
        public static final Form PLAIN = new Form(false, false);
    }

    /// @param batch no more messages come to its batch
    /// @param message no more chunks come to its message
    /// @param only the payload is not a message: it only completes
    public record Completes(boolean batch, boolean message, boolean only) {
        public static final Completes NOTHING = new Completes(false, false, false);
    }
}
