// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.AssemblyRecords.Assembly;
import dev.signalbox.hub.store.AssemblyRecords.Part;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.stream.PayloadParts.Brought;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The chunks of a message in the order in which they came.
final class ChunkPieces implements Iterator<JoinedStream.Piece> {
    private static final int AT_ONCE = 100;

    private final StreamIndex index;
    private final Fetching log;
    private final PayloadParts payloads;
    private final Assembly assembly;
    private final Deque<Part> known = new ArrayDeque<>();
    private int read;

    ChunkPieces(StreamIndex index, Fetching log, PayloadParts payloads, Assembly assembly) {
        this.index = index;
        this.log = log;
        this.payloads = payloads;
        this.assembly = assembly;
    }

    @Override
    public boolean hasNext() {
        if (known.isEmpty()) {
            List<Part> more = index.read(records -> records.assemblies().parts(assembly, read, AT_ONCE));
            known.addAll(more);
            read += more.size();
        }
        return !known.isEmpty();
    }

    @Override
    public JoinedStream.Piece next() {
        Part part = known.removeFirst();
        return () -> open(part);
    }

    private InputStream open(Part part) throws IOException {
        StoredMessage chunk =
                log.of(part).orElseThrow(() -> new IOException("chunk \"" + part.chunk() + "\" is damaged or gone"));
        Map<String, String> added = part.file().isEmpty() ? Map.of() : Map.of(Additions.FILE, part.file());
        return payloads.open(new Brought(chunk, part.at(), added));
    }
}
