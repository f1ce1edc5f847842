// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.figures;

import java.util.Optional;

/// What a wire has carried, on all nodes together.
///
/// @param perSecond messages a second now; empty where that is not known
public record WireFigures(long carried, Optional<Double> perSecond) {
    WireFigures plus(WireFigures other) {
        return new WireFigures(carried + other.carried, Sum.of(perSecond, other.perSecond, Double::sum));
    }
}
