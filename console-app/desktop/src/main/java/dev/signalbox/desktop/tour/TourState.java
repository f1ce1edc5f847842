// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

import java.util.Set;

/// What is remembered of the tour while the console is closed.
///
/// @param over whether the person is done with it
/// @param before names of the services that were there when it began
public record TourState(boolean over, Set<String> before) {
    /// She is done with it, or never needed it.
    public static final TourState OVER = new TourState(true, Set.of());

    public TourState {
        before = Set.copyOf(before);
    }
}
