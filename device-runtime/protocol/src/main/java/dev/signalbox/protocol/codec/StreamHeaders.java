// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.protocol.stream.StreamHeader;
import dev.signalbox.protocol.stream.StreamHeader.Completes;
import dev.signalbox.protocol.stream.StreamHeader.Form;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.protocol.stream.StreamProperty;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads and writes what message properties say of a message's place, as Spotflow's devices do.
public final class StreamHeaders {
    private static final String BROTLI = "br";
    private static final String TRUE = "true";

    private StreamHeaders() {}

    /// The properties of a header, in the order of `StreamProperty`; absent ones are left out.
    public static Map<String, String> write(StreamHeader header) {
        var bag = new LinkedHashMap<String, String>();
        put(bag, StreamProperty.GROUP, header.stream().group());
        put(bag, StreamProperty.STREAM, header.stream().stream());
        put(bag, StreamProperty.SITE, header.site());
        put(bag, StreamProperty.BATCH, header.ids().batch());
        put(bag, StreamProperty.SLICE, header.ids().slice());
        put(bag, StreamProperty.MESSAGE, header.ids().message());
        put(bag, StreamProperty.CHUNK, header.ids().chunk());
        put(bag, StreamProperty.ENCODING, header.form().brotli() ? BROTLI : "");
        put(bag, StreamProperty.EXTERNALISED, flag(header.form().externalised()));
        put(bag, StreamProperty.COMPLETE_BATCH, flag(header.completes().batch()));
        put(bag, StreamProperty.COMPLETE_MESSAGE, flag(header.completes().message()));
        put(bag, StreamProperty.IGNORE_PAYLOAD, flag(header.completes().only()));
        return bag;
    }

    /// What properties say; others among them are not looked at. Throws IllegalArgumentException when a group or
    /// stream has no name of theirs.
    public static StreamHeader read(Map<String, String> bag) {
        var ids = new MessageIds(
                text(bag, StreamProperty.BATCH),
                text(bag, StreamProperty.MESSAGE),
                text(bag, StreamProperty.SLICE),
                text(bag, StreamProperty.CHUNK));
        return new StreamHeader(
                new StreamName(text(bag, StreamProperty.GROUP), text(bag, StreamProperty.STREAM)),
                text(bag, StreamProperty.SITE),
                ids,
                new Form(text(bag, StreamProperty.ENCODING).equals(BROTLI), isTrue(bag, StreamProperty.EXTERNALISED)),
                new Completes(
                        isTrue(bag, StreamProperty.COMPLETE_BATCH),
                        isTrue(bag, StreamProperty.COMPLETE_MESSAGE),
                        isTrue(bag, StreamProperty.IGNORE_PAYLOAD)));
    }

    private static void put(Map<String, String> bag, StreamProperty property, String value) {
        if (!value.isEmpty()) {
            bag.put(property.wireName(), value);
        }
    }

    private static String flag(boolean set) {
        return set ? TRUE : "";
    }

    private static String text(Map<String, String> bag, StreamProperty property) {
        return bag.getOrDefault(property.wireName(), "");
    }

    private static boolean isTrue(Map<String, String> bag, StreamProperty property) {
        return TRUE.equalsIgnoreCase(text(bag, property));
    }
}
