// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A twin without what is the hub's own.
///
/// @param etag of what operators and back ends can change: tags and desired properties
/// @param version grows with each change of any part
/// @param lastSeen when the device was last connected, empty if never
public record DeviceTwin(
        String etag, long version, ObjectNode tags, Part desired, Part reported, Optional<Instant> lastSeen) {
    /// One side of the properties.
    ///
    /// @param version grows by one with each change, the hub's own included
    /// @param changedAt when it got that version; empty if it never changed
    public record Part(ObjectNode document, long version, Optional<Instant> changedAt) {}
}
