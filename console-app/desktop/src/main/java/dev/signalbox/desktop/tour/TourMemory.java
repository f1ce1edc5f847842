// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

import java.util.Optional;

/// Where the tour is remembered. Losing it harms nobody, so nothing here fails.
public interface TourMemory {
    /// Empty for somebody who was never here.
    Optional<TourState> tour();

    void remember(TourState tour);
}
