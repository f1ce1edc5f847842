// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.AssemblyRecords.Part;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.Spots.Spot;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.log.LogPieces;
import dev.signalbox.hub.store.log.RawMessages;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads messages back from where the index says they stand, and believes only what is what was written. For one
/// thread.
final class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    /// Less, in bytes, is read along between two messages.
    private static final int GAP = 1 << 14;
    /// What is read at once, at most, if it is not one message.
    private static final int MOST = 1 << 21;

    private final LogPieces log;

    Fetching(LogPieces log) {
        this.log = log;
    }

    /// @param at where its frame's messages begin
    /// @param added properties that the hub added, as `PropertyBags` writes them
    record Fetched(StoredMessage message, LogPlace at, String added) {}

    /// The messages of a place; empty if they are damaged or gone.
    List<Fetched> of(StoredPlace place) {
        return read(place)
                .or(() -> {
                    log.distrust(place.content().segment());
                    return read(place);
                })
                .orElseGet(() -> damaged(place));
    }

    private Optional<List<Fetched>> read(StoredPlace place) {
        List<Spot> spots = place.spots().all();
        var sum = new CRC32C();
        var found = new ArrayList<Fetched>(spots.size());
        for (int from = 0; from < spots.size(); ) {
            int to = together(spots, from);
            if (!read(place.content(), spots.subList(from, to), sum, found)) {
                return Optional.empty();
            }
            from = to;
        }
        return (int) sum.getValue() == place.spots().sum() ? Optional.of(found) : Optional.empty();
    }

    private static int together(List<Spot> spots, int from) {
        int to = from + 1;
        while (to < spots.size()
                && spots.get(to).offset() - end(spots.get(to - 1)) < GAP
                && end(spots.get(to)) - spots.get(from).offset() < MOST) {
            to++;
        }
        return to;
    }

    private static int end(Spot spot) {
        return spot.offset() + spot.length();
    }

    private boolean read(LogPlace content, List<Spot> spots, CRC32C sum, List<Fetched> found) {
        int start = spots.getFirst().offset();
        Optional<ByteBuffer> bytes = log.read(content.segment(), content.bytes() + start, end(spots.getLast()) - start);
        for (Spot spot : spots) {
            Optional<ByteBuffer> one = bytes.map(all -> all.slice(spot.offset() - start, spot.length()));
            Optional<StoredMessage> message = one.flatMap(Fetching::message);
            if (message.isEmpty()) {
                return false;
            }
            one.ifPresent(raw -> sum.update(raw.duplicate()));
            found.add(new Fetched(message.get(), content, spot.added()));
        }
        return true;
    }

    private static Optional<StoredMessage> message(ByteBuffer bytes) {
        try {
            var raw = new RawMessages(bytes);
            return raw.next() && raw.length() == bytes.limit() ? Optional.of(raw.message()) : Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static List<Fetched> damaged(StoredPlace place) {
        LOG.error("Messages {} of stream {} are not what was written, or gone.", place.firstKey(), place.channel());
        return List.of();
    }

    /// The message that brought a chunk; empty if it is damaged or gone.
    Optional<StoredMessage> of(Part part) {
        return read(part).or(() -> {
            log.distrust(part.at().segment());
            return read(part);
        });
    }

    private Optional<StoredMessage> read(Part part) {
        return log.read(part.at().segment(), part.at().bytes(), part.length())
                .filter(raw -> sum(raw) == part.sum())
                .flatMap(Fetching::message);
    }

    private static int sum(ByteBuffer bytes) {
        var sum = new CRC32C();
        sum.update(bytes.duplicate());
        return (int) sum.getValue();
    }
}
