// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import dev.signalbox.device.message.Compression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes payloads smaller. Its library is loaded with the first payload that asks for it, so that a device that
/// compresses nothing does not carry it in memory.
final class Brotli {
    private static final Logger LOG = LoggerFactory.getLogger(Brotli.class);
    /// Those of Spotflow's devices.
    private static final int FASTEST = 1;

    private static final int SMALLEST = 11;
    private static final boolean AVAILABLE = load();

    private Brotli() {}

    private static boolean load() {
        if (!Brotli4jLoader.isAvailable()) {
            LOG.warn(
                    "Payloads go uncompressed, because Brotli does not work here: {}",
                    String.valueOf(Brotli4jLoader.getUnavailabilityCause()));
        }
        return Brotli4jLoader.isAvailable();
    }

    /// The payload compressed; empty where that is not asked for, not smaller, or not possible on this machine.
    static Optional<byte[]> smaller(byte[] payload, Compression how) {
        return switch (how) {
            case UNCOMPRESSED -> Optional.empty();
            case FASTEST -> smaller(payload, FASTEST);
            case SMALLEST_SIZE -> smaller(payload, SMALLEST);
        };
    }

    private static Optional<byte[]> smaller(byte[] payload, int quality) {
        if (!AVAILABLE) {
            return Optional.empty();
        }
        try {
            byte[] compressed = Encoder.compress(payload, Encoder.Parameters.create(quality));
            return Optional.of(compressed).filter(made -> made.length < payload.length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
