// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.stream;

/// The message properties that say where a message goes, in the order in which Spotflow's devices write them.
public enum StreamProperty {
    GROUP("stream-group-name"),
    STREAM("stream-name"),
    SITE("site-id"),
    BATCH("batch-id"),
    SLICE("batch-slice-id"),
    MESSAGE("message-id"),
    CHUNK("chunk-id"),
    /// `br` when the payload is compressed.
    ENCODING("content-encoding"),
    EXTERNALISED("has-externalized-payload"),
    COMPLETE_BATCH("complete-batch"),
    COMPLETE_MESSAGE("complete-message"),
    IGNORE_PAYLOAD("ignore-payload");

    private final String wireName;

    StreamProperty(String wireName) {
        this.wireName = wireName;
    }

    /// The name as it stands on the wire.
    public String wireName() {
        return wireName;
    }
}
