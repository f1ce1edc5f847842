// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.Spots.Spot;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.log.LogPieces;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads dead letters from the log, as they were written. For one thread.
final class LetterReading {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final LogPieces log;

    LetterReading(LogPieces log) {
        this.log = log;
    }

    /// Those of a place; none if they are damaged, gone, or the disk refuses: then they stay what they are.
    List<Letter> of(StoredPlace place) {
        try {
            return read(place)
                    .or(() -> {
                        log.distrust(place.content().segment());
                        return read(place);
                    })
                    .orElse(List.of());
        } catch (ProblemException refused) {
            LOG.warn("Dead letters from {} on cannot be read: {}", place.firstKey(), refused.getMessage());
            return List.of();
        }
    }

    private Optional<List<Letter>> read(StoredPlace place) {
        var sum = new CRC32C();
        var letters = new ArrayList<Letter>();
        for (Spot spot : place.spots().all()) {
            Optional<ByteBuffer> bytes = copy(place, spot);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            sum.update(bytes.get().duplicate());
            letters.add(Letter.of(place, letters.size(), spot, bytes.get()));
        }
        return (int) sum.getValue() == place.spots().sum() ? Optional.of(letters) : Optional.empty();
    }

    private Optional<ByteBuffer> copy(StoredPlace place, Spot spot) {
        return log.read(place.content().segment(), place.content().bytes() + spot.offset(), spot.length())
                .map(bytes -> ByteBuffer.allocate(spot.length()).put(bytes).flip());
    }
}
