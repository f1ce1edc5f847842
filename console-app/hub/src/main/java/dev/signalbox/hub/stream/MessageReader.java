// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.AssemblyRecords.Assembly;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.log.LogPieces;
import dev.signalbox.hub.stream.Fetching.Fetched;
import dev.signalbox.hub.stream.PayloadParts.Brought;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.PropertyBags;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes of what stands in the log what a reader wants: properties with what the hub filled in, and the payload joined
/// and unpacked. For one thread.
final class MessageReader {
    private static final List<String> HUBS_OWN =
            List.of(Additions.DEAD, Additions.FILE, Additions.PARTS, Additions.TRIES);

    private final StreamIndex index;
    private final LogPieces log;
    private final PayloadParts payloads;

    MessageReader(StreamIndex index, LogPieces log, PayloadParts payloads) {
        this.index = index;
        this.log = log;
        this.payloads = payloads;
    }

    /// @param channel in which it has its key
    Keyed inline(long channel, long key, Fetched fetched) {
        Map<String, String> added = PropertyBags.read(fetched.added());
        Optional<Assembly> chunks = chunks(channel, key, added);
        Map<String, String> properties = properties(fetched, added, chunks);
        try (InputStream payload = payload(fetched, added, chunks)) {
            byte[] head = payload.readNBytes(StreamReader.INLINE + 1);
            boolean whole = head.length <= StreamReader.INLINE;
            return new Keyed(
                    key,
                    with(fetched, properties, whole ? head : Arrays.copyOf(head, StreamReader.INLINE)),
                    size(fetched, added, chunks),
                    whole);
        } catch (IOException | ProblemException unreadable) {
            return new Keyed(
                    key,
                    with(fetched, properties, new byte[0]),
                    fetched.message().payload().length,
                    false);
        }
    }

    /// Whole, as it is to be read. Closing it closes the log.
    InputStream whole(long channel, long key, Fetched fetched) {
        Map<String, String> added = PropertyBags.read(fetched.added());
        try {
            InputStream payload = payload(fetched, added, chunks(channel, key, added));
            return new FilterInputStream(payload) {
                @Override
                public void close() throws IOException {
                    try (log) {
                        super.close();
                    }
                }
            };
        } catch (IOException unreadable) {
            throw new ProblemException(StreamProblems.unreadablePayload(String.valueOf(unreadable.getMessage())));
        }
    }

    private Optional<Assembly> chunks(long channel, long key, Map<String, String> added) {
        return added.containsKey(Additions.PARTS)
                ? index.read(records -> records.assemblies().under(channel, key))
                : Optional.empty();
    }

    private InputStream payload(Fetched fetched, Map<String, String> added, Optional<Assembly> chunks)
            throws IOException {
        return chunks.isPresent()
                ? new JoinedStream(new ChunkPieces(index, new Fetching(log), payloads, chunks.get()))
                : payloads.open(new Brought(fetched.message(), fetched.at(), added));
    }

    private long size(Fetched fetched, Map<String, String> added, Optional<Assembly> chunks) throws IOException {
        return chunks.isPresent()
                ? chunks.get().bytes()
                : payloads.size(new Brought(fetched.message(), fetched.at(), added));
    }

    /// Those of the message, and of the first chunk where the last one only completes. What only the hub may say is
    /// believed of nobody else.
    private Map<String, String> properties(Fetched fetched, Map<String, String> added, Optional<Assembly> chunks) {
        var properties = new LinkedHashMap<String, String>();
        chunks.flatMap(assembly -> index.read(records -> records.assemblies().parts(assembly, 0, 1)).stream()
                        .findFirst())
                .flatMap(new Fetching(log)::of)
                .ifPresent(first -> properties.putAll(first.properties()));
        properties.putAll(fetched.message().properties());
        HUBS_OWN.forEach(properties::remove);
        properties.putAll(added);
        return properties;
    }

    private static StoredMessage with(Fetched fetched, Map<String, String> properties, byte[] payload) {
        return new StoredMessage(fetched.message().device(), fetched.message().receivedAt(), properties, payload);
    }
}
