// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import java.util.List;

/// What is known beside the source: names that stand in its texts.
///
/// @param properties of the service
/// @param steps of the flows it is in, as addresses
public record Known(List<String> properties, List<String> steps) {
    /// Nothing.
    public static final Known NOTHING = new Known(List.of(), List.of());

    public Known {
        properties = List.copyOf(properties);
        steps = List.copyOf(steps);
    }
}
