// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import tools.jackson.databind.node.ObjectNode;

/// What is desired of a device.
///
/// @param version grows with each change, and begins anew when the hub has made the device anew
/// @param document whole, without the hub's own `$version` and `$metadata`
public record Desired(long version, ObjectNode document) {
    /// For a reader that may change it.
    Desired copy() {
        return new Desired(version, document.deepCopy());
    }
}
