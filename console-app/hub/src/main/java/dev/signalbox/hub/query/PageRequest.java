// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import java.util.Optional;

/// Which page of an answer is asked for.
///
/// @param most how many rows at most, from 1 to 1000; a number outside is brought inside, as IoT Hub does
/// @param continuation what came with the page before; empty for the first
public record PageRequest(int most, Optional<String> continuation) {
    /// Rows on a page when nobody says how many.
    public static final int USUAL = 100;

    /// Rows on a page at most.
    public static final int LARGEST = 1000;

    public PageRequest {
        most = Math.clamp(most, 1, LARGEST);
    }

    /// The first page, of the usual size.
    public static PageRequest first() {
        return new PageRequest(USUAL, Optional.empty());
    }
}
